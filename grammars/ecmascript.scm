; What JavaScript, TypeScript and TSX have in common. The words are explained in README.md.

; Text

(comment) @comment
(string_fragment) @text
(regex_pattern) @text

; Scopes

(statement_block) @scope
(for_statement) @scope
(for_in_statement) @scope
(catch_clause) @scope
(switch_body) @scope
(class_static_block) @scope.function

(function_declaration) @scope.function @callable @selfless
(function_expression) @scope.function @callable @selfless
(generator_function_declaration) @scope.function @callable @selfless
(generator_function) @scope.function @callable @selfless
(arrow_function) @scope.function @callable
(method_definition) @scope.function @callable

(function_declaration "async" @async) @callable
(function_expression "async" @async) @callable
(generator_function_declaration "async" @async) @callable
(arrow_function "async" @async) @callable
(method_definition "async" @async) @callable

(class_body) @members
(object (method_definition) @selfless)

; Names that are bound

(function_expression name: (identifier) @binding)
(generator_function name: (identifier) @binding)
(arrow_function parameter: (identifier) @binding)
(catch_clause parameter: (identifier) @binding)
(for_in_statement left: (identifier) @binding)
(variable_declaration (variable_declarator name: (identifier) @binding.hoisted))

(object_pattern (shorthand_property_identifier_pattern) @binding)
(object_assignment_pattern left: (shorthand_property_identifier_pattern) @binding)
(pair_pattern value: (identifier) @binding)
(pair_pattern value: (assignment_pattern left: (identifier) @binding))
(array_pattern (identifier) @binding)
(array_pattern (assignment_pattern left: (identifier) @binding))
(rest_pattern (identifier) @binding)

(assignment_expression left: (identifier) @assigned)
(assignment_expression left: (array_pattern (identifier) @assigned))
(assignment_expression left: (object_pattern (shorthand_property_identifier_pattern) @assigned))
(augmented_assignment_expression left: (identifier) @assigned)

; Definitions

(function_declaration name: (identifier) @name) @definition.function
(generator_function_declaration name: (identifier) @name) @definition.function

(variable_declarator name: (identifier) @name value: (_)? @value) @definition.variable
(variable_declarator
  name: (identifier) @name
  value: [(arrow_function) (function_expression) (generator_function)] @called) @definition.function
(variable_declarator name: (identifier) value: (object) @members)
(variable_declarator name: [(object_pattern) (array_pattern)]) @declares

(method_definition name: (property_identifier) @name) @definition.method
(method_definition name: (private_property_identifier) @name @private) @definition.method
(method_definition ["get" "set"]) @definition.field
(object (pair key: (property_identifier) @name value: (_) @value) @definition.field)
(object
  (pair
    key: (property_identifier) @name
    value: [(arrow_function) (function_expression) (generator_function)] @called) @definition.method)
(object (shorthand_property_identifier) @name @definition.field)

; Uses

(identifier) @ref
(shorthand_property_identifier) @ref
(this) @self
(super) @ignore
(undefined) @ignore

(member_expression object: (_) @object property: [(property_identifier) (private_property_identifier)] @property) @member
(subscript_expression object: (_) @object index: (string (string_fragment) @property)) @member
(call_expression function: (_) @callee arguments: (_)? @arguments) @call
(new_expression constructor: (_) @constructor arguments: (_)? @arguments) @new
(arguments (spread_element) @argument.spread) @arguments
(template_string) @arguments.unknown

(parenthesized_expression (_) @value) @same
(await_expression (_) @value) @same
(await_expression (call_expression) @awaited)
(member_expression
  object: (call_expression) @awaited
  property: (property_identifier) @_then
  (#any-of? @_then "then" "catch" "finally")) @ignore

(object_pattern (shorthand_property_identifier_pattern) @key)

; Imports

(import_statement source: (string (string_fragment) @module)) @import
(import_statement (import_clause (identifier) @default) source: (string (string_fragment) @module)) @import
(import_statement
  (import_clause (namespace_import (identifier) @namespace))
  source: (string (string_fragment) @module)) @import
(import_statement
  (import_clause (named_imports (import_specifier name: (_) @imported alias: (identifier)? @local)))
  source: (string (string_fragment) @module)) @import

; Exports

(export_statement) @export
(export_statement "default") @export.default
(export_statement (export_clause (export_specifier name: (_) @exported alias: (_)? @as))) @export
(export_statement
  (export_clause (export_specifier name: (_) @exported alias: (_)? @as))
  source: (string (string_fragment) @module)) @export
(export_statement (namespace_export (_) @as) source: (string (string_fragment) @module)) @export
(export_statement "*" @star source: (string (string_fragment) @module)) @export
(export_statement "default" value: (identifier) @exported) @export
(export_statement "default" value: [(arrow_function) (function_expression) (class) (object) (call_expression)] @definition.default)
