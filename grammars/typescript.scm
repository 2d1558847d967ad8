; What TypeScript and TSX have beyond JavaScript.

; --- Scopes

[(abstract_class_declaration) (interface_declaration) (type_alias_declaration) (index_signature) (conditional_type)] @scope
[(function_type) (constructor_type) (call_signature) (construct_signature)] @scope.function @callable
[(function_signature) (method_signature) (abstract_method_signature)] @scope.function @callable @overload

(abstract_class_declaration body: (class_body) @members)
(interface_body) @members
(type_alias_declaration value: (object_type) @members)
(type_alias_declaration value: (intersection_type (object_type) @members))
(enum_body) @members.scope
(internal_module body: (statement_block) @members.scope)
(module name: [(identifier) (nested_identifier)] body: (statement_block) @members.scope)

(class name: (type_identifier) @binding)
(type_parameter name: (type_identifier) @binding.type)
(infer_type (type_identifier) @binding.type)
(mapped_type_clause name: (type_identifier) @binding.type)
(index_signature name: (identifier) @binding)

; --- Parameters

[(required_parameter) (optional_parameter)] @parameter
(required_parameter pattern: (this)) @unpassed
(required_parameter pattern: (identifier) @name @binding) @parameter
(optional_parameter pattern: (identifier) @name @binding) @parameter
(required_parameter pattern: (identifier) @binding type: (_ (_) @type))
(optional_parameter pattern: (identifier) @binding type: (_ (_) @type))
(required_parameter type: (_ (_) @type)) @parameter
(optional_parameter type: (_ (_) @type)) @parameter
(required_parameter value: (_) @optional) @parameter
(optional_parameter pattern: (_) @optional) @parameter
(required_parameter pattern: (rest_pattern (identifier)? @name) @rest) @parameter

(required_parameter
  [(accessibility_modifier) "readonly"]
  pattern: (identifier) @name
  type: (_ (_) @type)?) @definition.field @promoted
(optional_parameter
  [(accessibility_modifier) "readonly"]
  pattern: (identifier) @name
  type: (_ (_) @type)?) @definition.field @promoted
(required_parameter (accessibility_modifier) @private (#eq? @private "private")) @definition

(_ type_parameters: (_ (type_parameter) @typeParameter) parameters: (_)) @callable
(type_parameter value: (_)) @optional

(_ return_type: (_ (_) @returns)) @callable
(function_type return_type: (_) @returns) @callable

; --- Definitions

(class_declaration name: (type_identifier) @name) @definition.class
(abstract_class_declaration name: (type_identifier) @name) @definition.class
(class_declaration (class_heritage (extends_clause value: (_) @supertype))) @definition
(abstract_class_declaration (class_heritage (extends_clause value: (_) @supertype))) @definition
(variable_declarator value: (_ (class_heritage (extends_clause value: (_) @supertype)))) @definition
(export_statement value: (_ (class_heritage (extends_clause value: (_) @supertype))) @definition)
(_ (class_heritage (implements_clause [
  (type_identifier) @supertype
  (nested_type_identifier) @supertype
  (generic_type name: (_) @supertype)
]))) @definition

(interface_declaration name: (type_identifier) @name) @definition.interface
(interface_declaration (extends_type_clause type: [(type_identifier) (nested_type_identifier)] @supertype)) @definition
(interface_declaration (extends_type_clause type: (generic_type name: (_) @supertype))) @definition
(type_alias_declaration name: (type_identifier) @name) @definition.type
(type_alias_declaration value: (intersection_type [(type_identifier) @supertype (generic_type name: (_) @supertype)])) @definition
(enum_declaration name: (identifier) @name) @definition.enum
(internal_module name: [(identifier) (nested_identifier)] @name) @definition.module
(module name: [(identifier) (nested_identifier)] @name) @definition.module
(import_alias (identifier) @name (_) @value) @definition.variable
(function_signature name: (identifier) @name) @definition.function

(variable_declarator name: (identifier) @name type: (_ (_) @type)) @definition.variable
(variable_declarator name: (identifier) type: (type_annotation (function_type) @called)) @definition.function

(class_body (public_field_definition) @definition.field)
(class_body (_ value: (_) @value) @definition)
(class_body (_ type: (_ (_) @type)) @definition)
(class_body (_ value: [(arrow_function) (function_expression)] @called) @definition.method)
(class_body [(abstract_method_signature) (method_signature)] @definition.method)
(class_body (_ ["get" "set"]) @definition.field)
(class_body (_ "get" return_type: (_ (_) @type)) @definition)
((class_body (_ name: (property_identifier) @_name) @definition.constructor) (#eq? @_name "constructor"))
(class_body (_ (accessibility_modifier) @private (#eq? @private "private")) @definition)

(interface_body [
  (method_signature name: [(property_identifier) (string)] @name) @definition.method
  (property_signature name: [(property_identifier) (string)] @name) @definition.field
])
(interface_body (_ ["get" "set"]) @definition.field)
(interface_body (_ "get" return_type: (_ (_) @type)) @definition.field)
(interface_body (_ type: (_ (_) @type)) @definition.field)
(interface_body (_ type: (_ (function_type) @called)) @definition.method)
(object_type [
  (method_signature name: [(property_identifier) (string)] @name) @definition.method
  (property_signature name: [(property_identifier) (string)] @name) @definition.field
])
(object_type (_ type: (_ (_) @type)) @definition.field)
(object_type (_ type: (_ (function_type) @called)) @definition.method)
(object_type) @scope
(enum_body name: (_) @name @definition.field)
(enum_body (enum_assignment name: (_) @name) @definition.field)

; `{ … } as const` and `{ … } satisfies T`
(variable_declarator value: [(as_expression . (object) @members) (satisfies_expression . (object) @members)])
(variable_declarator value: (_ . (_ (_ key: [(property_identifier) (string)] @name value: (_) @value) @definition.field)))
(variable_declarator value: (_ . (_ (shorthand_property_identifier) @name @ref.also @definition.field)))
(variable_declarator value: (_ . (object (_ name: (property_identifier) @name) @definition.method)))
(variable_declarator
  value: (_ . (_ (_ key: (property_identifier) @name value: [(arrow_function) (function_expression)] @called) @definition.method)))

; --- Types

(type_identifier) @ref.type
(predefined_type) @ignore
(nested_type_identifier module: (_) @object name: (type_identifier) @property) @member @ref.type
(nested_identifier object: (_) @object property: (_) @property) @member
(generic_type name: (_) @value) @same
((generic_type name: (type_identifier) @_wrapper type_arguments: (type_arguments . (_) @value .)) @same
  (#any-of? @_wrapper "Promise" "PromiseLike" "Awaited" "Readonly" "Partial" "Required" "NonNullable"))
(readonly_type (_) @value) @same
(parenthesized_type (_) @value) @same
(union_type (_) @value (literal_type [(null) (undefined)])) @same
(union_type (literal_type [(null) (undefined)]) (_) @value) @same
(non_null_expression (_) @value) @same
(satisfies_expression . (_) @value) @same
(call_expression function: (non_null_expression (_) @callee) arguments: (_) @arguments) @call
(as_expression (_) (_) @type) @cast

; --- Keys of objects and patterns whose type is said

(required_parameter
  pattern: (_ [
    (shorthand_property_identifier_pattern) @key
    (_ left: (shorthand_property_identifier_pattern) @key)
    (_ key: (property_identifier) @key)
  ])
  type: (_ (_) @of.type))
(variable_declarator
  name: (_ [(shorthand_property_identifier_pattern) @key (_ key: (property_identifier) @key)])
  type: (_ (_) @of.type))

(variable_declarator
  type: (_ (_) @of.type)
  value: (object [(_ key: (property_identifier) @key) (shorthand_property_identifier) @key (_ name: (property_identifier) @key)]))
(satisfies_expression . (_ [(_ key: (property_identifier) @key) (shorthand_property_identifier) @key]) (_) @of.type)
(as_expression . (_ [(_ key: (property_identifier) @key) (shorthand_property_identifier) @key]) (_) @of.type)
(_
  return_type: (_ (_) @of.type)
  body: (_ (return_statement (_ [(_ key: (property_identifier) @key) (shorthand_property_identifier) @key]))))
(_
  return_type: (_ (_) @of.type)
  body: (parenthesized_expression (_ [(_ key: (property_identifier) @key) (shorthand_property_identifier) @key])))

; --- Imports and exports

(import_statement "type" @form.type source: (string (string_fragment) @module)) @import
(import_statement
  (import_clause (named_imports
    (import_specifier "type" @form.type name: [(identifier) (string)] @imported alias: (identifier)? @local)))
  source: (string (string_fragment) @module)) @import
(import_statement
  (import_require_clause (identifier) @namespace @form.require source: (string (string_fragment) @module))) @import

(export_statement "=" (identifier) @exported) @export.default
(export_statement "namespace" (identifier) @ignore)
