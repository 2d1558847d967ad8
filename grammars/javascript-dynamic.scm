; `import("m").then(({ a }) => …)` in JavaScript.

(call_expression
  function: (member_expression
    object: (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import)
  arguments: (arguments . (arrow_function parameters: (formal_parameters .
    (object_pattern [
      (shorthand_property_identifier_pattern) @imported
      (pair_pattern key: (property_identifier) @imported value: (identifier) @local)
    ])))))
(call_expression
  function: (member_expression
    object: (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import)
  arguments: (arguments . (arrow_function parameters: (formal_parameters . (identifier) @namespace .))))
