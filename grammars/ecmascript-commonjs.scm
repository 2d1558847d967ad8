; What a CommonJS module offers. Read for texts that say `exports`.

((program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module @ignore property: (property_identifier) @_exports)
  right: (identifier) @exported) @export.default))
  (#eq? @_module "module") (#eq? @_exports "exports"))
((program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module @ignore property: (property_identifier) @_exports)
  right: [(arrow_function) (function_expression)] @definition.function @nameless) @export.default))
  (#eq? @_module "module") (#eq? @_exports "exports"))
((program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module @ignore property: (property_identifier) @_exports)
  right: (class body: (class_body) @members) @definition.class @nameless) @export.default))
  (#eq? @_module "module") (#eq? @_exports "exports"))
((program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module @ignore property: (property_identifier) @_exports)
  right: (call_expression
    function: (identifier) @_require @star
    arguments: (arguments . (string (string_fragment) @module) .))) @export))
  (#eq? @_module "module") (#eq? @_exports "exports") (#eq? @_require "require"))
((program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module @ignore property: (property_identifier) @_exports)
  right: (object [
    (shorthand_property_identifier) @exported @ref.also
    (pair key: (property_identifier) @as value: (identifier) @exported @ref.also)
  ])) @export))
  (#eq? @_module "module") (#eq? @_exports "exports"))
((program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module @ignore property: (property_identifier) @_exports)
  right: (object (method_definition name: (property_identifier) @name) @definition.function @export))))
  (#eq? @_module "module") (#eq? @_exports "exports"))
((program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_module @ignore property: (property_identifier) @_exports)
  right: (object
    (pair
      key: (property_identifier) @name
      value: [(arrow_function) (function_expression)] @called) @definition.function @export))))
  (#eq? @_module "module") (#eq? @_exports "exports"))

((program (expression_statement (assignment_expression
  left: (member_expression
    object: [(identifier) (member_expression object: (identifier) @ignore)] @_exports @ignore
    property: (property_identifier) @as)
  right: (identifier) @exported @ref.also) @export))
  (#any-of? @_exports "exports" "module.exports"))
((program (expression_statement (assignment_expression
  left: (member_expression
    object: [(identifier) (member_expression object: (identifier) @ignore)] @_exports @ignore
    property: (property_identifier) @name)
  right: [(arrow_function) (function_expression)] @called) @definition.function @export))
  (#any-of? @_exports "exports" "module.exports"))
((program (expression_statement (assignment_expression
  left: (member_expression
    object: [(identifier) (member_expression object: (identifier) @ignore)] @_exports @ignore
    property: (property_identifier) @name)
  right: [(object) (new_expression) (string) (number) (array) (template_string) (true) (false)] @value) @definition.variable @export))
  (#any-of? @_exports "exports" "module.exports"))
((program (expression_statement (assignment_expression
  left: (member_expression
    object: [(identifier) (member_expression object: (identifier) @ignore)] @_exports @ignore
    property: (property_identifier) @as)
  right: (call_expression
    function: (identifier) @_require
    arguments: (arguments . (string (string_fragment) @module) .))) @export))
  (#any-of? @_exports "exports" "module.exports") (#eq? @_require "require"))
