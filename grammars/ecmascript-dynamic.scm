; Modules that are named in a call. Read for texts with import(), require(), vi or jest.

; import("m")
(call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import
(member_expression
  object: (parenthesized_expression (await_expression
    (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import))
  property: (property_identifier) @used)
(variable_declarator
  name: (identifier) @namespace
  value: (await_expression
    (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import))
(variable_declarator
  name: (object_pattern (shorthand_property_identifier_pattern) @imported)
  value: (await_expression
    (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import))
(variable_declarator
  name: (object_pattern (pair_pattern key: (property_identifier) @imported value: (identifier) @local))
  value: (await_expression
    (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import))
(call_expression
  function: (member_expression
    object: (call_expression function: (import) @form.dynamic arguments: (arguments . (string (string_fragment) @module))) @import)
  arguments: (arguments . (arrow_function parameter: (identifier) @namespace)))

; require("m")
((call_expression function: (identifier) @ignore @form.require arguments: (arguments . (string (string_fragment) @module) .)) @import
  (#eq? @ignore "require"))
((member_expression
  object: (call_expression
    function: (identifier) @_require @form.require
    arguments: (arguments . (string (string_fragment) @module) .)) @import
  property: (property_identifier) @used)
  (#eq? @_require "require"))
((variable_declarator
  name: (identifier) @namespace
  value: (call_expression
    function: (identifier) @_require @form.require
    arguments: (arguments . (string (string_fragment) @module) .)) @import)
  (#eq? @_require "require"))
((variable_declarator
  name: (identifier) @local
  value: (member_expression
    object: (call_expression
      function: (identifier) @_require @form.require
      arguments: (arguments . (string (string_fragment) @module) .)) @import
    property: (property_identifier) @imported))
  (#eq? @_require "require"))
((variable_declarator
  name: (object_pattern (shorthand_property_identifier_pattern) @imported)
  value: (call_expression
    function: (identifier) @_require @form.require
    arguments: (arguments . (string (string_fragment) @module) .)) @import)
  (#eq? @_require "require"))
((variable_declarator
  name: (object_pattern (pair_pattern key: (property_identifier) @imported value: (identifier) @local))
  value: (call_expression
    function: (identifier) @_require @form.require
    arguments: (arguments . (string (string_fragment) @module) .)) @import)
  (#eq? @_require "require"))

; A test that replaces a module breaks when the module goes.
((call_expression
  function: (member_expression object: (identifier) @_tests property: (property_identifier) @_mock @form.dynamic)
  arguments: (arguments . (string (string_fragment) @module))) @import
  (#any-of? @_tests "vi" "jest")
  (#any-of? @_mock "mock" "doMock" "unmock" "importActual" "importMock" "requireActual" "requireMock"))
