; `import("m").then(({ a }) => …)` and types that name their module, in TypeScript and TSX.

(call_expression
  function: (member_expression
    object: (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import)
  arguments: (arguments . (arrow_function parameters: (formal_parameters .
    (required_parameter pattern: (object_pattern [
      (shorthand_property_identifier_pattern) @imported
      (pair_pattern key: (property_identifier) @imported value: (identifier) @local)
    ]))))))
(call_expression
  function: (member_expression
    object: (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import)
  arguments: (arguments . (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @namespace) .))))

; import("m").T as a type
((member_expression
  object: (call_expression function: (import) @form.type arguments: (arguments . (string (string_fragment) @module))) @import
  property: (property_identifier) @used)
  (#not-any-of? @used "then" "catch" "finally"))
