; What TypeScript and TSX have beyond JavaScript.

(class_declaration) @scope
(abstract_class_declaration) @scope
(class) @scope
(interface_declaration) @scope
(type_alias_declaration) @scope
(function_type) @scope.function @callable
(constructor_type) @scope.function @callable
(function_signature) @scope.function @callable
(method_signature) @scope.function @callable
(abstract_method_signature) @scope.function @callable
(call_signature) @scope.function @callable
(construct_signature) @scope.function @callable

(interface_body) @members
(type_alias_declaration value: (object_type) @members)
(enum_body) @members
(internal_module body: (statement_block) @members.scope)
(module name: (identifier) body: (statement_block) @members.scope)

(class name: (type_identifier) @binding)
(type_parameter name: (type_identifier) @binding.type)
(infer_type (type_identifier) @binding.type)

; Parameters

(required_parameter) @parameter
(required_parameter pattern: (identifier) @name @binding type: (type_annotation (_) @type)?) @parameter
(required_parameter pattern: (_) type: (type_annotation (_) @type)) @parameter
(required_parameter value: (_) @optional) @parameter
(required_parameter pattern: (rest_pattern (identifier) @name) @rest) @parameter
(required_parameter pattern: (this)) @ignored
(optional_parameter pattern: (_) @optional) @parameter
(optional_parameter pattern: (identifier) @name @binding type: (type_annotation (_) @type)?) @parameter
(optional_parameter pattern: (_) type: (type_annotation (_) @type)) @parameter

; Definitions

(class_declaration name: (type_identifier) @name) @definition.class
(abstract_class_declaration name: (type_identifier) @name) @definition.class
(class_heritage (extends_clause value: (_) @supertype)) 
(class_declaration (class_heritage (extends_clause value: (_) @supertype))) @definition
(abstract_class_declaration (class_heritage (extends_clause value: (_) @supertype))) @definition
(class_declaration (class_heritage (implements_clause (type_identifier) @supertype))) @definition
(interface_declaration name: (type_identifier) @name) @definition.interface
(interface_declaration (extends_type_clause type: (type_identifier) @supertype)) @definition
(type_alias_declaration name: (type_identifier) @name) @definition.type
(enum_declaration name: (identifier) @name) @definition.enum
(internal_module name: (identifier) @name) @definition.module
(module name: (identifier) @name) @definition.module
(function_signature name: (identifier) @name) @definition.function

(variable_declarator name: (identifier) @name type: (type_annotation (_) @type)) @definition.variable
(public_field_definition name: (property_identifier) @name type: (type_annotation (_) @type)?) @definition.field
(public_field_definition name: (property_identifier) value: [(arrow_function) (function_expression)] @called) @definition.method
(method_signature name: (property_identifier) @name) @definition.method
(abstract_method_signature name: (property_identifier) @name) @definition.method
(property_signature name: (property_identifier) @name type: (type_annotation (_) @type)?) @definition.field
(enum_body name: (_) @name @definition.field)
(enum_assignment name: (_) @name) @definition.field

(method_definition (accessibility_modifier) @private (#eq? @private "private")) @definition
(public_field_definition (accessibility_modifier) @private (#eq? @private "private")) @definition

(function_declaration return_type: (type_annotation (_) @returns)) @callable
(function_signature return_type: (type_annotation (_) @returns)) @callable
(arrow_function return_type: (type_annotation (_) @returns)) @callable
(method_definition return_type: (type_annotation (_) @returns)) @callable
(method_signature return_type: (type_annotation (_) @returns)) @callable

; Types

(type_identifier) @ref.type
(nested_type_identifier module: (_) @object name: (type_identifier) @property) @member @ref.type
(generic_type name: (_) @value) @same
(generic_type
  name: (type_identifier) @_wrapper
  type_arguments: (type_arguments . (_) @value .)
  (#any-of? @_wrapper "Promise" "PromiseLike" "Awaited" "Readonly" "Partial" "Required" "NonNullable")) @same
(readonly_type (_) @value) @same
(parenthesized_type (_) @value) @same
(union_type (_) @value (literal_type [(null) (undefined)])) @same
(non_null_expression (_) @value) @same
(as_expression (_) (_) @type) @cast
(satisfies_expression (_) @value (_)) @same

; Patterns and objects of a known type

(required_parameter
  pattern: (object_pattern (shorthand_property_identifier_pattern) @key)
  type: (type_annotation (_) @type))
(variable_declarator
  type: (type_annotation (_) @type)
  value: (object [(pair key: (property_identifier) @key) (shorthand_property_identifier) @key]))

; Imports

(import_statement "type" @form.type source: (string (string_fragment) @module)) @import
(import_statement
  (import_clause (named_imports (import_specifier "type" @form.type name: (_) @imported alias: (identifier)? @local)))
  source: (string (string_fragment) @module)) @import
(import_statement
  (import_require_clause (identifier) @namespace @form.require source: (string (string_fragment) @module))) @import
