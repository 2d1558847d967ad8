; What JavaScript, TypeScript and TSX have in common. The words are explained in README.md.

; --- Text

(comment) @comment
(string_fragment) @text
(regex_pattern) @text

; --- Scopes

[(statement_block) (for_statement) (for_in_statement) (catch_clause) (switch_body) (class_body)] @scope
(class_static_block) @scope.function

[(function_declaration) (function_expression) (generator_function_declaration) (generator_function)] @scope.function @callable @selfless
[(arrow_function) (method_definition)] @scope.function @callable
(object (method_definition) @selfless)

(_ "async" @async parameters: (_)) @callable
(_ "async" @async parameter: (_)) @callable

(class_declaration body: (class_body) @members)
(variable_declarator value: (_ body: (class_body) @members))
(class) @scope @selfless
(class_declaration) @scope

; --- Names that are bound

(function_expression name: (identifier) @binding)
(generator_function name: (identifier) @binding)
(arrow_function parameter: (identifier) @binding @parameter @name)
(catch_clause parameter: (identifier) @binding)
(for_in_statement left: (identifier) @binding)
(variable_declaration (variable_declarator name: (identifier) @binding.hoisted))

(shorthand_property_identifier_pattern) @binding
(pair_pattern value: (identifier) @binding)
(pair_pattern value: (assignment_pattern left: (identifier) @binding))
(array_pattern [(identifier) @binding (_ left: (identifier) @binding)])
(rest_pattern (identifier) @binding)
(variable_declarator name: [(object_pattern) (array_pattern)]) @declares

(assignment_expression left: [
  (identifier) @assigned
  (array_pattern (identifier) @assigned)
  (_ (shorthand_property_identifier_pattern) @assigned)
])
(augmented_assignment_expression left: (identifier) @assigned)

; --- Definitions

(function_declaration name: (identifier) @name) @definition.function
(generator_function_declaration name: (identifier) @name) @definition.function

(variable_declarator name: (identifier) @name value: (_)? @value) @definition.variable
(variable_declarator name: (identifier) @name value: (class)) @definition.class
(variable_declarator
  name: (identifier) @name
  value: [(arrow_function) (function_expression) (generator_function)] @called) @definition.function

(class_body (method_definition) @definition.method)
(class_body (_ name: [(property_identifier) (string) (number)] @name) @definition)
(class_body (_ name: (private_property_identifier) @name @private) @definition)
(class_body (_ ["get" "set"]) @definition.field)
(class_body (_ name: (property_identifier) @_name (#eq? @_name "constructor")) @definition.constructor)

; An object that a variable is set to: `api.load` can be used from elsewhere like a member of a class.
(variable_declarator name: (identifier) value: (object) @members)
(variable_declarator value: (_ (_ key: [(property_identifier) (string)] @name value: (_) @value) @definition.field))
(variable_declarator value: (_ (shorthand_property_identifier) @name @ref.also @definition.field))
(variable_declarator value: (object (_ name: (property_identifier) @name) @definition.method))
(variable_declarator value: (object (_ ["get" "set"]) @definition.field))
(variable_declarator
  value: (_
    (_ key: (property_identifier) @name value: [(arrow_function) (function_expression) (generator_function)] @called) @definition.method))

; --- Uses

(identifier) @ref
(shorthand_property_identifier) @ref
(this) @self
(super) @parent
(undefined) @ignore
(import) @ignore

(member_expression object: (_) @object property: (_) @property) @member
(subscript_expression object: (_) @object index: (_ (string_fragment) @property)) @member
(call_expression function: (_) @callee arguments: [(arguments) @arguments (template_string)]) @call
(call_expression function: (super) @constructor arguments: (_) @arguments) @new
(new_expression constructor: (_) @constructor arguments: (arguments)? @arguments) @new
(arguments (spread_element) @argument.spread) @arguments

(parenthesized_expression (_) @value) @same
(await_expression (_) @value) @same

(await_expression (call_expression) @awaited)
(await_expression
  (_
    function: (_ object: (identifier) @_promise)
    arguments: (_ (array (call_expression) @awaited)))
  (#eq? @_promise "Promise"))
((member_expression object: (call_expression) @awaited property: (_) @_then) @ignore
  (#any-of? @_then "then" "catch" "finally"))

; What a pattern takes out of a value.
(variable_declarator
  name: (object_pattern [
    (shorthand_property_identifier_pattern) @key
    (_ left: (shorthand_property_identifier_pattern) @key)
    (_ key: (property_identifier) @key)
  ])
  value: (_) @of)
(variable_declarator name: (_ (_ key: (property_identifier) @key value: (identifier) @binding)) value: (_) @of)

; --- Imports

(import_statement source: (string (string_fragment) @module)) @import
(import_statement (import_clause (identifier) @default) source: (string (string_fragment) @module)) @import
(import_statement
  (import_clause (namespace_import (identifier) @namespace))
  source: (string (string_fragment) @module)) @import
(import_statement
  (import_clause (named_imports (import_specifier name: [(identifier) (string)] @imported alias: (identifier)? @local)))
  source: (string (string_fragment) @module)) @import

; --- Exports

(export_statement) @export
(export_statement "default") @export.default
(export_statement (export_clause (export_specifier name: (_) @exported alias: (_)? @as))) @export
(export_statement
  (export_clause (export_specifier name: (_) @exported alias: (_)? @as))
  source: (string (string_fragment) @module)) @export
(export_statement (namespace_export (_) @as) source: (string (string_fragment) @module)) @export
(export_statement "*" @star source: (string (string_fragment) @module)) @export
(export_statement "default" value: (identifier) @exported) @export.default
(export_statement
  "default"
  value: [(object) (call_expression) (new_expression) (array) (string) (number) (template_string) (member_expression) (await_expression)]
    @definition.variable @nameless)
(export_statement "default" value: [(arrow_function) (function_expression) (generator_function)] @definition.function @nameless)
(export_statement "default" value: (class body: (class_body) @members) @definition.class @nameless)
