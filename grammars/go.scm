; Go. The words are explained in README.md.

(package_clause (package_identifier) @clause)

; Text

(comment) @comment
(interpreted_string_literal_content) @text
(raw_string_literal_content) @text

; Scopes

(function_declaration) @scope.function @callable
(method_declaration) @scope.function @callable
(func_literal) @scope.function @callable
(function_type) @scope.function @callable
(method_elem) @scope.function @callable
(type_spec) @scope
(type_alias) @scope
(block) @scope
(if_statement) @scope
(for_statement) @scope
(expression_switch_statement) @scope
(type_switch_statement) @scope
(expression_case) @scope
(type_case) @scope
(default_case) @scope
(communication_case) @scope

; Names that are bound

(short_var_declaration left: (expression_list (identifier) @binding.onward)) @statement
(short_var_declaration
  left: (expression_list . (identifier) @binding.onward)
  right: (expression_list . (_) @value)) @statement
(short_var_declaration
  left: (expression_list . (_) . (identifier) @binding.onward)
  right: (expression_list . (_) . (_) @value)) @statement
(range_clause left: (expression_list (identifier) @binding))
(receive_statement left: (expression_list (identifier) @binding))
(type_switch_statement alias: (expression_list (identifier) @binding))
(type_parameter_declaration name: (identifier) @binding.type)
(method_declaration
  receiver: (parameter_list (parameter_declaration
    type: (generic_type type_arguments: (type_arguments (type_elem (type_identifier) @binding.type))))))
(method_declaration
  receiver: (parameter_list (parameter_declaration
    type: (pointer_type (generic_type type_arguments: (type_arguments (type_elem (type_identifier) @binding.type)))))))

; Parameters. Receivers and results are named like them.

(parameter_declaration name: (identifier) @name @binding @parameter type: (_) @type)
(parameter_declaration !name type: (_) @type) @parameter
(variadic_parameter_declaration name: (identifier) @binding)
(variadic_parameter_declaration name: (identifier) @name type: (_) @type) @parameter @rest
(variadic_parameter_declaration !name type: (_) @type) @parameter @rest

(method_declaration receiver: (parameter_list (parameter_declaration name: (identifier)? @unpassed) @unpassed))
(function_declaration result: (parameter_list (parameter_declaration name: (identifier)? @unpassed) @unpassed))
(method_declaration result: (parameter_list (parameter_declaration name: (identifier)? @unpassed) @unpassed))
(func_literal result: (parameter_list (parameter_declaration name: (identifier)? @unpassed) @unpassed))
(function_type result: (parameter_list (parameter_declaration name: (identifier)? @unpassed) @unpassed))
(method_elem result: (parameter_list (parameter_declaration name: (identifier)? @unpassed) @unpassed))

(function_declaration result: (_) @returns) @callable
(method_declaration result: (_) @returns) @callable
(method_elem result: (_) @returns) @callable
(function_declaration result: (parameter_list . (parameter_declaration type: (_) @returns))) @callable
(method_declaration result: (parameter_list . (parameter_declaration type: (_) @returns))) @callable
(method_elem result: (parameter_list . (parameter_declaration type: (_) @returns))) @callable
(function_declaration
  type_parameters: (type_parameter_list (type_parameter_declaration name: (identifier) @typeParameter))) @callable

; Functions and methods

(function_declaration name: (identifier) @name) @definition.function
(method_declaration
  receiver: (parameter_list (parameter_declaration
    type: [
      (type_identifier) @owner
      (generic_type type: (type_identifier) @owner)
      (pointer_type (type_identifier) @owner)
      (pointer_type (generic_type type: (type_identifier) @owner))
    ]))
  name: (field_identifier) @name) @definition.method

; Types

(type_spec name: (type_identifier) @name) @definition.type @valued
(type_spec name: (type_identifier) @name type: (struct_type)) @definition.struct
(type_spec name: (type_identifier) @name type: (interface_type)) @definition.interface
(type_alias name: (type_identifier) @name) @definition.type @valued
(type_alias type: [(type_identifier) (qualified_type)] @supertype) @definition

(type_spec type: (struct_type (field_declaration_list) @members))
(type_spec type: (interface_type) @members)

(type_spec
  type: (struct_type (field_declaration_list
    (field_declaration . name: (field_identifier) @name . type: (_) @type) @definition.field)))
(type_spec
  type: (struct_type (field_declaration_list
    (field_declaration name: (field_identifier) @name @definition.field . name: (field_identifier) type: (_) @type))))
(type_spec
  type: (struct_type (field_declaration_list
    (field_declaration name: (field_identifier) . name: (field_identifier) @name @definition.field type: (_) @type))))
(type_spec
  type: (struct_type (field_declaration_list
    (field_declaration
      !name
      type: [
        (type_identifier) @name @type @ref.also
        (qualified_type name: (type_identifier) @name) @type
        (generic_type type: (type_identifier) @name @ref.also) @type
        (generic_type type: (qualified_type name: (type_identifier) @name)) @type
      ]) @definition.field)))
(type_spec
  type: (struct_type (field_declaration_list (field_declaration !name type: [(type_identifier) (qualified_type)] @supertype)))) @definition
(type_spec
  type: (struct_type (field_declaration_list (field_declaration !name type: (generic_type type: (_) @supertype))))) @definition

(type_spec type: (interface_type (method_elem name: (field_identifier) @name) @definition.method))
(type_spec type: (interface_type (type_elem . [(type_identifier) (qualified_type)] @supertype .))) @definition
(type_spec type: (interface_type (type_elem . (generic_type type: (_) @supertype) .))) @definition

; Variables and constants. Several in one declaration are as long as that.

(var_spec . name: (identifier) @name . type: (_) @type (#not-eq? @name "_")) @definition.onward
(var_spec . name: (identifier) @name . value: (expression_list . (_) @value) (#not-eq? @name "_")) @definition.onward
(var_spec . name: (identifier) @name . type: (_) @type . value: (expression_list . (_) @value) (#not-eq? @name "_")) @definition.onward
(var_spec name: (identifier) @binding.onward . name: (identifier) type: (_)? @type (#not-eq? @binding.onward "_")) @declares @statement
(var_spec name: (identifier) . name: (identifier) @binding.onward type: (_)? @type (#not-eq? @binding.onward "_")) @declares @statement
(const_spec . name: (identifier) @name . (#not-eq? @name "_")) @definition.onward
(const_spec . name: (identifier) @name . type: (_) @type (#not-eq? @name "_")) @definition.onward
(const_spec . name: (identifier) @name . value: (_) (#not-eq? @name "_")) @definition.onward
(const_spec (identifier) @binding.onward . (identifier) type: (_)? @type (#not-eq? @binding.onward "_")) @declares @statement
(const_spec (identifier) . (identifier) @binding.onward type: (_)? @type (#not-eq? @binding.onward "_")) @declares @statement

; Uses

(identifier) @ref
; In `handlers[i](x)` the grammar sees types.
(type_identifier) @ref.type @ref.either
((identifier) @ignore (#eq? @ignore "_"))

(selector_expression operand: (_) @object field: (field_identifier) @property) @member
(qualified_type package: (package_identifier) @object @ref name: (type_identifier) @property) @member @ref.type
(call_expression function: (_) @callee arguments: (argument_list) @arguments) @call
(argument_list (variadic_argument) @argument.spread) @arguments

(parenthesized_expression (_) @value) @same
(unary_expression operator: ["&" "*"] operand: (_) @value) @same
(pointer_type (_) @value) @same
(parenthesized_type (_) @value) @same
(generic_type type: (_) @value) @same
(type_instantiation_expression type: (_) @value) @same

(composite_literal type: (_) @constructor) @new
(type_assertion_expression type: (_) @type) @cast
(type_conversion_expression type: (_) @type) @cast
(call_expression function: (identifier) @_new arguments: (argument_list . (_) @type .) (#eq? @_new "new")) @cast

; Keys: of a value of a named type they are its fields, of a map they are expressions.

(composite_literal
  type: [(type_identifier) (qualified_type) (generic_type)] @of.type
  body: (literal_value (keyed_element key: (literal_element (identifier) @key @ignore))))
(composite_literal
  type: (struct_type)
  body: (literal_value (keyed_element key: (literal_element (identifier) @ignore))))
(literal_element (literal_value (keyed_element key: (literal_element (identifier) @ignore))))
(composite_literal
  type: [(slice_type element: (_) @of.type) (array_type element: (_) @of.type) (implicit_length_array_type element: (_) @of.type)]
  body: (literal_value (literal_element (literal_value (keyed_element key: (literal_element (identifier) @key))))))
(composite_literal
  type: (map_type value: (_) @of.type)
  body: (literal_value (keyed_element
    value: (literal_element (literal_value (keyed_element key: (literal_element (identifier) @key)))))))

; Imports

(import_spec !name path: (_ (_) @module) @unnamed) @import
(import_spec name: (package_identifier) @namespace path: (_ (_) @module)) @import
(import_spec name: (dot) @star path: (_ (_) @module)) @import
(import_spec name: (blank_identifier) path: (_ (_) @module)) @import
