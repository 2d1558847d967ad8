; Python. The words are explained in README.md.

; Text

(comment) @comment
(expression_statement . (string) .) @comment
(string_content) @text
(block) @block

; Scopes

(function_definition) @scope.function @callable
(function_definition "async" @async) @callable
(function_definition return_type: (type) @returns) @callable
(lambda) @scope.function @callable
(class_definition) @scope
(class_definition body: (block) @members.scope @shallow)
(list_comprehension) @scope
(set_comprehension) @scope
(dictionary_comprehension) @scope
(generator_expression) @scope

; Names that are bound

(pattern_list (identifier) @binding)
(tuple_pattern (identifier) @binding)
(list_pattern (identifier) @binding)
(list_splat_pattern (identifier) @binding)
(dictionary_splat_pattern (identifier) @binding)
(for_statement left: (identifier) @binding)
(for_in_clause left: (identifier) @binding)
(named_expression name: (identifier) @binding.hoisted value: (_) @value)
(as_pattern_target (identifier) @binding)
(as_pattern_target (tuple (identifier) @binding))
(as_pattern_target (list (identifier) @binding))
(with_item
  value: (as_pattern
    (call function: [(identifier) @_type (attribute attribute: (identifier) @_type)]) @value
    alias: (as_pattern_target (identifier) @binding))
  (#match? @_type "^_*[A-Z]"))

(global_statement (identifier) @binding.outer)
(nonlocal_statement (identifier) @binding.outer)
(augmented_assignment left: (identifier) @assigned)

(assignment left: (pattern_list)) @declares
(assignment left: (tuple_pattern)) @declares
(assignment left: (list_pattern)) @declares

(function_definition type_parameters: (type_parameter (type (identifier) @binding.type)))
(class_definition type_parameters: (type_parameter (type (identifier) @binding.type)))
(function_definition type_parameters: (type_parameter (type (constrained_type . (type (identifier) @binding.type)))))
(class_definition type_parameters: (type_parameter (type (constrained_type . (type (identifier) @binding.type)))))

; Parameters

(parameters (identifier) @parameter @name @binding)
(lambda_parameters (identifier) @parameter @name @binding)
(default_parameter name: (identifier) @name @binding value: (_) @optional) @parameter
(typed_parameter . (identifier) @name @binding type: (type) @type) @parameter
(typed_default_parameter name: (identifier) @name @binding type: (type) @type value: (_) @optional) @parameter
(parameters (list_splat_pattern (identifier) @name) @parameter @rest)
(parameters (dictionary_splat_pattern (identifier) @name) @parameter @rest @named)
(lambda_parameters (list_splat_pattern (identifier) @name) @parameter @rest)
(lambda_parameters (dictionary_splat_pattern (identifier) @name) @parameter @rest @named)
(typed_parameter . (list_splat_pattern (identifier) @name) @rest type: (type) @type) @parameter
(typed_parameter . (dictionary_splat_pattern (identifier) @name) @rest @named type: (type) @type) @parameter
(parameters (keyword_separator) @named (_) @parameter)
(parameters (list_splat_pattern) @named (_) @parameter)
(parameters (typed_parameter . (list_splat_pattern)) @named (_) @parameter)
(lambda_parameters (keyword_separator) @named (_) @parameter)
(parameters (_) @parameter (positional_separator) @positional)
(keyword_separator) @unpassed
(positional_separator) @unpassed

(class_definition body: (block (function_definition parameters: (parameters . (_) @unpassed))))
(parameters . (identifier) @unpassed (#any-of? @unpassed "self" "cls"))
(parameters . (typed_parameter . (identifier) @_self) @unpassed (#any-of? @_self "self" "cls"))

; Functions. Those with a decorator are as long as that.

(module (function_definition name: (identifier) @name) @definition.function)
(block (function_definition name: (identifier) @name) @definition.function)
(decorated_definition definition: (function_definition name: (identifier) @name) @called) @definition.function
(block (function_definition name: (identifier) @name (#eq? @name "__init__")) @definition.constructor)
(decorated_definition
  definition: (function_definition name: (identifier) @name (#eq? @name "__init__"))) @definition.constructor
(decorated_definition
  (decorator [(identifier) (attribute)] @_decorator)
  definition: (function_definition)
  (#match? @_decorator "(^|\\.)overload$")) @overload
(decorated_definition
  (decorator [(identifier) (attribute)] @_decorator)
  definition: (function_definition name: (identifier) @name return_type: (type)? @type)
  (#match? @_decorator "(^|\\.)(cached_|abstract)?property$")) @definition.field
(decorated_definition
  (decorator (attribute object: (identifier) @ignore attribute: (identifier) @_decorator) @ignore)
  definition: (function_definition name: (identifier) @name)
  (#any-of? @_decorator "getter" "setter" "deleter")) @definition.field

; Classes

(module (class_definition name: (identifier) @name) @definition.class)
(block (class_definition name: (identifier) @name) @definition.class)
(decorated_definition definition: (class_definition name: (identifier) @name)) @definition.class
(module (class_definition superclasses: (argument_list [(identifier) (attribute) (call)] @supertype)) @definition)
(block (class_definition superclasses: (argument_list [(identifier) (attribute) (call)] @supertype)) @definition)
(decorated_definition
  definition: (class_definition superclasses: (argument_list [(identifier) (attribute) (call)] @supertype))) @definition
(module (class_definition superclasses: (argument_list (subscript value: (_) @supertype))) @definition)
(block (class_definition superclasses: (argument_list (subscript value: (_) @supertype))) @definition)
(decorated_definition
  definition: (class_definition superclasses: (argument_list (subscript value: (_) @supertype)))) @definition

; Variables and fields

(assignment left: (identifier) @name type: (type)? @type right: (_)? @value) @definition.variable
(class_definition
  body: (block (expression_statement (assignment left: (pattern_list (identifier) @name @definition.field)))))
(assignment
  left: (attribute object: (identifier) @_self attribute: (identifier) @name @definition.field @promoted)
  type: (type)? @type
  right: (_)? @value
  (#any-of? @_self "self" "cls"))
(assignment
  left: [
    (pattern_list (attribute object: (identifier) @_self attribute: (identifier) @name @definition.field @promoted))
    (tuple_pattern (attribute object: (identifier) @_self attribute: (identifier) @name @definition.field @promoted))
  ]
  (#any-of? @_self "self" "cls"))
(type_alias_statement left: (type [(identifier) @name (generic_type . (identifier) @name)])) @definition.type @valued

; Uses

(identifier) @ref
((identifier) @self (#any-of? @self "self" "cls"))
((identifier) @ignore (#eq? @ignore "super"))
(call function: (identifier) @_super (#eq? @_super "super")) @parent
(keyword_argument name: (identifier) @ignore)

(attribute object: (_) @object attribute: (identifier) @property) @member
(call function: (_) @callee arguments: (argument_list)? @arguments) @call
(call function: (identifier) @constructor arguments: (argument_list) @arguments (#match? @constructor "^_*[A-Z]")) @new
(call
  function: (attribute attribute: (identifier) @_type) @constructor
  arguments: (argument_list) @arguments
  (#match? @_type "^_*[A-Z]")) @new
(argument_list [(list_splat) (dictionary_splat)] @argument.spread) @arguments
(argument_list (keyword_argument name: (identifier) @argument.named)) @arguments

(parenthesized_expression (_) @value) @same
(await (_) @value) @same
(await (call) @awaited)

; Types

(type (identifier) @ref.type)
(type (attribute object: (identifier) @ref.type) @ref.type)
(type (generic_type . (identifier) @ref.type))
(type (binary_operator (identifier) @ref.type))
(type (binary_operator (binary_operator (identifier) @ref.type)))
(type (subscript value: (identifier) @ref.type))
(type (subscript value: (attribute object: (identifier) @ref.type) @ref.type))
(type (subscript subscript: (identifier) @ref.type))
(type (string (string_content) @ref.type) (#match? @ref.type "^[A-Za-z_][A-Za-z_0-9]*$"))

(type (_) @value) @same
(type (string (string_content) @value)) @same
(type (generic_type . (identifier) @value)) @same
(type (subscript value: (_) @value)) @same
(type (binary_operator left: (_) @value right: (none))) @same
(type (binary_operator left: (none) right: (_) @value)) @same
(type
  (generic_type . (identifier) @_wrapper (type_parameter . (type) @value))
  (#any-of? @_wrapper "Optional" "Annotated" "Final" "ClassVar" "Required" "NotRequired" "Awaitable" "Type" "type")) @same
(type
  (subscript value: (attribute attribute: (identifier) @_wrapper) . subscript: (_) @value)
  (#any-of? @_wrapper "Optional" "Annotated" "Final" "ClassVar" "Required" "NotRequired" "Awaitable" "Type")) @same

; Imports

(import_statement name: (dotted_name (identifier) @ignore) @module @namespace) @import
(import_statement
  name: (aliased_import name: (dotted_name (identifier) @ignore) @module alias: (identifier) @namespace)) @import
(import_from_statement module_name: (_) @module name: (dotted_name (identifier) @imported)) @import
(import_from_statement
  module_name: (_) @module
  name: (aliased_import name: (dotted_name (identifier) @imported) alias: (identifier) @local)) @import
(import_from_statement module_name: (_) @module (wildcard_import) @star) @import
(import_from_statement module_name: (dotted_name (identifier) @ignore))
(import_from_statement module_name: (relative_import (dotted_name (identifier) @ignore)))
(future_import_statement name: (dotted_name (identifier) @ignore))
(future_import_statement name: (aliased_import name: (dotted_name (identifier) @ignore) alias: (identifier) @ignore))

(if_statement
  condition: [(identifier) (attribute)] @_checking
  consequence: (block (import_from_statement "from" @form.type) @import)
  (#match? @_checking "(^|\\.)TYPE_CHECKING$"))
(if_statement
  condition: [(identifier) (attribute)] @_checking
  consequence: (block (import_statement "import" @form.type) @import)
  (#match? @_checking "(^|\\.)TYPE_CHECKING$"))
(call
  function: [(identifier) (attribute)] @_import @form.dynamic
  arguments: (argument_list . (string . (string_start) . (string_content) @module . (string_end)) .)
  (#any-of? @_import "importlib.import_module" "import_module" "__import__")) @import

(assignment left: (identifier) @_all right: [(list) (tuple)] @_names (#eq? @_all "__all__") (#not-match? @_names "\\*")) @starNames
(assignment
  left: (identifier) @_all
  right: [(list (string (string_content) @starName)) (tuple (string (string_content) @starName))] @_names
  (#eq? @_all "__all__")
  (#not-match? @_names "\\*")) @starNames
(augmented_assignment
  left: (identifier) @_all
  right: [(list (string (string_content) @starName)) (tuple (string (string_content) @starName))]
  (#eq? @_all "__all__")) @starNames
(call
  function: (attribute object: (identifier) @_all attribute: (identifier) @_more)
  arguments: (argument_list [(list (string (string_content) @starName)) (string (string_content) @starName)])
  (#eq? @_all "__all__")
  (#any-of? @_more "append" "extend")) @starNames
