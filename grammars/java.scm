; Java. The words are explained in README.md.

; Text

[(line_comment) (block_comment)] @comment
[(string_fragment) (multiline_string_fragment) (character_literal)] @text

; Scopes

[(class_declaration) (interface_declaration) (enum_declaration) (record_declaration) (annotation_type_declaration)] @scope
[(method_declaration) (constructor_declaration) (annotation_type_element_declaration)] @scope.function @callable
(compact_constructor_declaration) @scope.function
(lambda_expression) @scope @callable
[(block) (constructor_body) (for_statement) (enhanced_for_statement) (try_with_resources_statement) (catch_clause) (switch_block) (switch_rule)] @scope

[(class_body) (interface_body) (enum_body) (annotation_type_body)] @members.scope
(record_declaration parameters: (formal_parameters) @members.scope)
(enum_constant body: (class_body)) @definition

; What stands in a class without a name is for nobody else.
(object_creation_expression (class_body)) @definition.class

; Names that are bound

(type_parameter . (type_identifier) @binding.type)

(formal_parameter name: (identifier) @binding)
(formal_parameter type: (_) @type name: (identifier) @binding !dimensions)
(spread_parameter (variable_declarator name: (identifier) @binding))
(lambda_expression parameters: (identifier) @binding @name @parameter)
(inferred_parameters (identifier) @binding @name @parameter)
(catch_formal_parameter name: (identifier) @binding)
(catch_formal_parameter (catch_type . (_) @type .) name: (identifier) @binding)

(local_variable_declaration declarator: (variable_declarator name: (identifier) @binding.onward value: (_)? @value))
(local_variable_declaration
  type: (_) @type
  declarator: (variable_declarator name: (identifier) @binding.onward !dimensions)
  (#not-eq? @type "var"))
(enhanced_for_statement name: (identifier) @binding)
(enhanced_for_statement type: (_) @type name: (identifier) @binding (#not-eq? @type "var"))
(resource name: (identifier) @binding value: (_) @value)
(resource type: (_) @type name: (identifier) @binding (#not-eq? @type "var"))

(instanceof_expression right: (_) @type name: (identifier) @binding.onward)
(type_pattern (_) @type (identifier) @binding.onward .)
(record_pattern_component (identifier) @binding.onward .)
(record_pattern_component (_) @type (identifier) @binding.onward . (#not-eq? @type "var"))

(assignment_expression left: (identifier) @assigned)

; Types

(class_declaration name: (identifier) @name) @definition.class
(class_declaration (superclass [(type_identifier) (scoped_type_identifier)] @supertype)) @definition
(class_declaration (superclass (generic_type . (_) @supertype))) @definition
(class_declaration (super_interfaces (type_list [(type_identifier) (scoped_type_identifier)] @supertype))) @definition
(class_declaration (super_interfaces (type_list (generic_type . (_) @supertype)))) @definition
(interface_declaration name: (identifier) @name) @definition.interface
(interface_declaration (extends_interfaces (type_list [(type_identifier) (scoped_type_identifier)] @supertype))) @definition
(interface_declaration (extends_interfaces (type_list (generic_type . (_) @supertype)))) @definition
(enum_declaration name: (identifier) @name) @definition.enum
(enum_declaration (super_interfaces (type_list [(type_identifier) (scoped_type_identifier)] @supertype))) @definition
(enum_declaration (super_interfaces (type_list (generic_type . (_) @supertype)))) @definition
(record_declaration name: (identifier) @name) @definition.class @callable @canonical
(record_declaration (super_interfaces (type_list [(type_identifier) (scoped_type_identifier)] @supertype))) @definition
(record_declaration (super_interfaces (type_list (generic_type . (_) @supertype)))) @definition
(annotation_type_declaration name: (identifier) @name) @definition.interface

; A class that declares no constructor is made without arguments, unless an annotation gives it others.
(class_declaration . "class") @callable
(class_declaration
  (modifiers) @_modifiers
  (#not-match? @_modifiers "@(lombok\\.)?(\\w*ArgsConstructor|Data|Value|\\w*Builder)\\b")) @callable

; Members

(method_declaration name: (identifier) @name) @definition.method
(method_declaration type: (_) @returns) @callable
(method_declaration type_parameters: (type_parameters (type_parameter) @typeParameter)) @callable
(constructor_declaration name: (identifier) @name) @definition.constructor
(compact_constructor_declaration name: (identifier) @name) @definition.constructor
(annotation_type_element_declaration name: (identifier) @name) @definition.method

(field_declaration type: (_) . declarator: (variable_declarator name: (identifier) @name) . ";") @definition.field
(field_declaration type: (_) @type . declarator: (variable_declarator name: (identifier) !dimensions) . ";") @definition.field
(field_declaration (variable_declarator name: (identifier) @name) @definition.field ",")
(field_declaration "," (variable_declarator name: (identifier) @name) @definition.field)
(field_declaration type: (_) @type (variable_declarator !dimensions) @definition.field ",")
(field_declaration type: (_) @type "," (variable_declarator !dimensions) @definition.field)
(constant_declaration type: (_) . declarator: (variable_declarator name: (identifier) @name) . ";") @definition.field
(constant_declaration type: (_) @type . declarator: (variable_declarator name: (identifier) !dimensions) . ";") @definition.field
(constant_declaration (variable_declarator name: (identifier) @name) @definition.field ",")
(constant_declaration "," (variable_declarator name: (identifier) @name) @definition.field)
(constant_declaration type: (_) @type (variable_declarator !dimensions) @definition.field ",")
(constant_declaration type: (_) @type "," (variable_declarator !dimensions) @definition.field)
(enum_declaration name: (identifier) @type body: (enum_body (enum_constant name: (identifier) @name @public) @definition.field))
(record_declaration
  parameters: (formal_parameters (formal_parameter type: (_) @type name: (identifier) @name @public) @definition.field))
(record_declaration
  parameters: (formal_parameters (spread_parameter (variable_declarator name: (identifier) @name @public)) @definition.field))

; Parameters

(formal_parameter type: (_) @type name: (identifier) @name) @parameter
(spread_parameter (_) @type . "..." @rest (variable_declarator name: (identifier) @name)) @parameter

; Who may use it

(class_declaration (modifiers ["public" @public "private" @private])) @definition
(interface_declaration (modifiers ["public" @public "private" @private])) @definition
(enum_declaration (modifiers ["public" @public "private" @private])) @definition
(record_declaration (modifiers ["public" @public "private" @private])) @definition
(annotation_type_declaration (modifiers ["public" @public "private" @private])) @definition
(method_declaration (modifiers ["public" @public "private" @private])) @definition
(constructor_declaration (modifiers ["public" @public "private" @private])) @definition
(compact_constructor_declaration (modifiers ["public" @public "private" @private])) @definition
(field_declaration (modifiers ["public" @public "private" @private]) . (_) . (variable_declarator) . ";") @definition
(field_declaration (modifiers ["public" @public "private" @private]) (variable_declarator) @definition ",")
(field_declaration (modifiers ["public" @public "private" @private]) "," (variable_declarator) @definition)
(interface_body (_ name: (identifier) @public) @definition)
(interface_body (constant_declaration type: (_) . (variable_declarator) @public . ";") @definition)
(interface_body (constant_declaration (variable_declarator) @public @definition ","))
(interface_body (constant_declaration "," (variable_declarator) @public @definition))
(annotation_type_body (_ name: (identifier) @public) @definition)
(annotation_type_body (constant_declaration type: (_) . (variable_declarator) @public . ";") @definition)
(annotation_type_body (constant_declaration (variable_declarator) @public @definition ","))
(annotation_type_body (constant_declaration "," (variable_declarator) @public @definition))

; Uses

(identifier) @ref
(type_identifier) @ref.type
((type_identifier) @ignore (#eq? @ignore "var"))
(this) @self
(super) @parent
(wildcard (super) @ignore)
(method_invocation object: (_) . "." . (super) @ignore)

(field_access object: (_) @object field: (identifier) @property) @member
(field_access object: (_) @type field: (this)) @cast
(method_reference . (_) @object "::" (identifier) @property .) @member
(method_invocation object: (_) @object name: (identifier) @property @member @ref.also)
(method_invocation name: (identifier) @callee arguments: (_) @arguments) @call
; A method is not called by the name of a variable.
(method_invocation !object name: (identifier) @ref.type)
(explicit_constructor_invocation constructor: (super) @constructor arguments: (_) @arguments) @new
(object_creation_expression type: [(type_identifier) (scoped_type_identifier)] @constructor arguments: (_) @arguments) @new
(object_creation_expression type: (generic_type . (_) @constructor) arguments: (_) @arguments) @new

(scoped_type_identifier . (_) @object (type_identifier) @property .) @member @ref.type
(generic_type . (_) @value) @same
(annotated_type (_) @value .) @same
(parenthesized_expression (_) @value) @same
(cast_expression type: (_) @type) @cast

[(marker_annotation name: (identifier) @ref.type) (annotation name: (identifier) @ref.type)]
(marker_annotation name: (scoped_identifier scope: (identifier) @object name: (identifier) @property) @member @ref.type)
(annotation name: (scoped_identifier scope: (identifier) @object name: (identifier) @property) @member @ref.type)
(annotation name: (_) @of.type arguments: (annotation_argument_list (element_value_pair key: (identifier) @key @ignore)))
(record_pattern . (identifier) @ref.type)

; The constants of an enum go by their bare names in a switch over one.
(switch_expression
  condition: (parenthesized_expression (_) @of)
  body: (switch_block [(switch_rule (switch_label (identifier) @key)) (switch_block_statement_group (switch_label (identifier) @key))]))

(labeled_statement . (identifier) @ignore)
(break_statement (identifier) @ignore)
(continue_statement (identifier) @ignore)

; Package and imports

(package_declaration [(identifier) (scoped_identifier)] @clause)
(import_declaration (scoped_identifier scope: (_) @module name: (identifier) @imported) . ";") @import
(import_declaration (_) @module . "." . (asterisk) @star) @import

(package_declaration (identifier) @ignore)
(package_declaration (scoped_identifier (identifier) @ignore))
(import_declaration (identifier) @ignore)
(import_declaration (scoped_identifier (identifier) @ignore))
(scoped_identifier scope: (scoped_identifier (identifier) @ignore))
(module_declaration (scoped_identifier (identifier) @ignore))
(module_declaration (identifier) @ignore)
(module_body (_ (identifier) @ignore))
(module_body (_ (scoped_identifier (identifier) @ignore)))
