; Rust. The words are explained in README.md.

; Text

[(line_comment) (block_comment)] @comment
[(string_content) (char_literal)] @text

; Scopes

[(function_item) (function_signature_item) (closure_expression) (function_type)] @scope.function @callable
[(struct_item) (enum_item) (union_item) (trait_item) (impl_item) (type_item)] @scope
[(block) (for_expression) (if_expression) (while_expression) (match_arm)] @scope
(mod_item body: (declaration_list) @members @scope)

[(field_declaration_list) (enum_variant_list)] @members
(trait_item body: (declaration_list) @members)
(impl_item body: (declaration_list) @members)

; Names that are bound

(type_parameter name: (type_identifier) @binding.type)
(const_parameter name: (identifier) @binding)

(parameter pattern: (identifier) @binding type: (_) @type)
(closure_parameters (identifier) @binding)

(let_declaration pattern: (identifier) @binding.onward) @statement
(let_declaration pattern: (identifier) @binding.onward type: (_) @type)
(let_declaration pattern: (identifier) @binding.onward value: (_) @value)
(let_condition pattern: (identifier) @binding.onward) @statement
(for_expression pattern: (identifier) @binding.onward value: (_) @statement)

; In a pattern only what begins with a small letter is a new name; the others are constants and the like.
(match_pattern . (identifier) @binding.onward (#match? @binding.onward "^_*[a-z]"))
(tuple_pattern (identifier) @binding.onward (#match? @binding.onward "^_*[a-z]"))
(slice_pattern (identifier) @binding.onward (#match? @binding.onward "^_*[a-z]"))
(or_pattern (identifier) @binding.onward (#match? @binding.onward "^_*[a-z]"))
(tuple_struct_pattern type: (_) (identifier) @binding.onward (#match? @binding.onward "^_*[a-z]"))
(field_pattern pattern: (identifier) @binding.onward (#match? @binding.onward "^_*[a-z]"))
(field_pattern name: (shorthand_field_identifier) @binding.onward)
(ref_pattern (identifier) @binding.onward)
(mut_pattern (identifier) @binding.onward)
(reference_pattern (identifier) @binding.onward)
(captured_pattern . (identifier) @binding.onward)

(assignment_expression left: (identifier) @assigned)

; Types

(struct_item name: (type_identifier) @name) @definition.struct
(union_item name: (type_identifier) @name) @definition.struct
(enum_item name: (type_identifier) @name) @definition.enum
(trait_item name: (type_identifier) @name) @definition.trait
(type_item name: (type_identifier) @name) @definition.type
(associated_type name: (type_identifier) @name) @definition.type
(mod_item name: (identifier) @name) @definition.module

(trait_item bounds: (trait_bounds [(type_identifier) (scoped_type_identifier)] @supertype)) @definition
(trait_item bounds: (trait_bounds (generic_type type: (_) @supertype))) @definition

(impl_item type: [(type_identifier) (primitive_type)] @name @ref.also) @container
(impl_item type: (scoped_type_identifier name: (type_identifier) @name)) @container
(impl_item type: (generic_type type: (type_identifier) @name @ref.also)) @container
(impl_item type: (generic_type type: (scoped_type_identifier name: (type_identifier) @name))) @container
(impl_item type: (reference_type type: (type_identifier) @name @ref.also)) @container
(impl_item type: (reference_type type: (generic_type type: (type_identifier) @name @ref.also))) @container
(impl_item type: (dynamic_type trait: (type_identifier) @name @ref.also)) @container
(impl_item trait: [(type_identifier) (scoped_type_identifier)] @supertype) @container
(impl_item trait: (generic_type type: (_) @supertype)) @container

; Functions

(function_item name: (identifier) @name) @definition.function
(function_signature_item name: (identifier) @name) @definition.function
(macro_definition name: (identifier) @name) @definition.function
(function_item return_type: (_) @returns) @callable
(function_signature_item return_type: (_) @returns) @callable
(function_item (function_modifiers "async" @async)) @callable
(function_signature_item (function_modifiers "async" @async)) @callable
(function_item type_parameters: (type_parameters (type_parameter) @typeParameter)) @callable

(parameter type: (_) @type) @parameter
(parameter pattern: (identifier) @name) @parameter
(parameter pattern: (self)) @unpassed
(closure_parameters (identifier) @name @parameter)
(variadic_parameter) @parameter @rest

; Variables and members

(const_item name: (identifier) @name type: (_) @type) @definition.variable
(static_item name: (identifier) @name type: (_) @type) @definition.variable
(enum_variant name: (identifier) @name @public) @definition.field
(field_declaration name: (field_identifier) @name type: (_) @type) @definition.field

; What a struct or a case of an enum is made of: its fields, by name or by position.

(struct_item body: (field_declaration_list)) @callable @canonical
(struct_item body: (ordered_field_declaration_list)) @callable @canonical
(enum_variant body: (_)) @callable @canonical
(field_declaration name: (field_identifier) @name @named type: (_) @type) @parameter
(ordered_field_declaration_list type: (_) @type @parameter)
((attribute_item (attribute (identifier) @optional)) . (field_declaration) @parameter (#eq? @optional "cfg"))

; Who may use it

(function_item (visibility_modifier) @public) @definition
(struct_item (visibility_modifier) @public) @definition
(union_item (visibility_modifier) @public) @definition
(enum_item (visibility_modifier) @public) @definition
(trait_item (visibility_modifier) @public) @definition
(type_item (visibility_modifier) @public) @definition
(mod_item (visibility_modifier) @public) @definition
(const_item (visibility_modifier) @public) @definition
(static_item (visibility_modifier) @public) @definition
(function_signature_item (visibility_modifier) @public) @definition
(field_declaration (visibility_modifier) @public) @definition
(_ (visibility_modifier "(" @package)) @definition
(enum_variant body: (field_declaration_list (field_declaration name: (_) @public) @definition))
(trait_item body: (declaration_list (_ name: (_) @public) @definition))
(impl_item trait: (_) body: (declaration_list (_ name: (_) @public) @definition))
((attribute_item (attribute (identifier) @public)) . (macro_definition) @definition (#eq? @public "macro_export"))

; Uses

(identifier) @ref
(type_identifier) @ref.type
((type_identifier) @ignore (#eq? @ignore "_"))
((identifier) @class (#eq? @class "Self"))
((type_identifier) @class (#eq? @class "Self"))
(scoped_identifier path: (identifier) @ref.type)
(scoped_identifier path: [(self) (super) (crate)] @ref)
(scoped_type_identifier path: (identifier) @ref.type)
(scoped_type_identifier path: [(self) (super) (crate)] @ref)

(field_expression value: (self) @self)
(reference_expression value: (self) @self)
(unary_expression (self) @self)
(parenthesized_expression (self) @self)
(let_declaration value: (self) @self)
(await_expression (self) @self)

(scoped_identifier path: (_) @object name: [(identifier) (super)] @property) @member
(scoped_type_identifier path: (_) @object name: (type_identifier) @property) @member @ref.type
(field_expression value: (_) @object field: (field_identifier) @property) @member
(call_expression function: (_) @callee arguments: (arguments) @arguments) @call
(call_expression function: (generic_function function: (_) @callee) arguments: (arguments) @arguments) @call
(macro_invocation macro: (_) @callee) @call
(await_expression (call_expression) @awaited)

(struct_expression name: [(type_identifier) (scoped_type_identifier)] @constructor body: (_) @arguments) @new
(struct_expression name: (generic_type_with_turbofish type: (_) @constructor) body: (_) @arguments) @new
(field_initializer_list (field_initializer field: (_) @argument.named)) @arguments
(field_initializer_list (shorthand_field_initializer (identifier) @argument.named @ref.also)) @arguments
(field_initializer_list (base_field_initializer) @argument.spread) @arguments
(struct_expression
  name: (_) @of.type
  body: (field_initializer_list [
    (field_initializer field: (field_identifier) @key)
    (shorthand_field_initializer (identifier) @key)
  ]))
(struct_pattern type: (_) @of.type (field_pattern name: [(field_identifier) (shorthand_field_identifier)] @key))

(parenthesized_expression (_) @value) @same
(reference_expression value: (_) @value) @same
(unary_expression "*" (_) @value) @same
(await_expression (_) @value) @same
(type_cast_expression type: (_) @type) @cast

; A value behind a reference has the members of what it refers to.

(generic_type type: (_) @value) @same
((generic_type type: (type_identifier) @_pointer type_arguments: (type_arguments . (_) @value .)) @same
  (#any-of? @_pointer "Box" "Rc" "Arc"))
(reference_type type: (_) @value) @same
(dynamic_type trait: (_) @value) @same
(abstract_type trait: (_) @value) @same
(bracketed_type (_) @value) @same
(qualified_type type: (_) @value) @same

; What macros are handed is a row of words, where a dot or two colons make what follows a member.

(token_tree) @scope
(token_tree "let" . (mutable_specifier)? . (identifier) @binding.onward)
(token_tree "for" . (identifier) @binding.onward)
(token_tree "|" . (identifier) @binding.onward . ["|" "," ":"])
(token_tree "|" . (identifier) . "," . (identifier) @binding.onward . ["|" ":"])
(token_tree (identifier) @ignore (#eq? @ignore "in"))
(token_tree (_) @object . ["." "::"] . (identifier) @property @member)
(token_tree ["." "::"] . (identifier) @ref.also)
(token_tree (self) @self . ".")
(token_tree [(self) (super) (crate)] @ref . "::")
(token_tree (identifier) @ref.type . "::")
(token_tree (identifier) @ignore . ["=" ":" "=>"])
(macro_invocation macro: (identifier) @_cfg (token_tree (identifier) @ignore) (#eq? @_cfg "cfg"))
(attribute (identifier) @ignore)
(attribute arguments: (token_tree (identifier) @ignore))
(attribute arguments: (token_tree (token_tree (identifier) @ignore)))

(type_binding name: (type_identifier) @ignore)
(lifetime (identifier) @ignore)
(label (identifier) @ignore)
(visibility_modifier (_) @ignore)

; Imports

(scoped_use_list path: (_) @prefix) @group
(use_declaration argument: (identifier) @module @namespace) @import
(use_declaration argument: (scoped_identifier path: (_) @module name: (identifier) @imported)) @import
(use_declaration argument: (use_as_clause path: (identifier) @module alias: (identifier) @namespace)) @import
(use_declaration
  argument: (use_as_clause
    path: (scoped_identifier path: (_) @module name: (identifier) @imported)
    alias: (identifier) @local)) @import
(use_declaration argument: (use_wildcard (_) @module) @star) @import

(use_list (identifier) @imported @import)
(use_list (self) @unnamed @import)
(use_list (scoped_identifier path: (_) @module name: (identifier) @imported) @import)
(use_list (use_as_clause path: (identifier) @imported alias: (identifier) @local) @import)
(use_list (use_as_clause path: (self) alias: (identifier) @namespace) @import)
(use_list
  (use_as_clause path: (scoped_identifier path: (_) @module name: (identifier) @imported) alias: (identifier) @local) @import)
(use_list (use_wildcard (_)? @module) @star @import)

(extern_crate_declaration name: (identifier) @module @namespace !alias) @import
(extern_crate_declaration name: (identifier) @module alias: (identifier) @namespace) @import

; A path of more steps than a use has is an import on the spot.
(call_expression
  function: (scoped_identifier path: (scoped_identifier path: (scoped_identifier)) @module name: (identifier) @used) @import)
(scoped_type_identifier path: (scoped_identifier path: (scoped_identifier)) @module name: (type_identifier) @used) @import

(use_declaration argument: (scoped_identifier) @ignore)
(use_list (scoped_identifier) @ignore)
(use_as_clause path: (scoped_identifier) @ignore)
(use_wildcard (scoped_identifier) @ignore)

; What `pub use` passes on

(use_declaration (visibility_modifier) argument: (scoped_identifier path: (_) @module name: (identifier) @exported)) @export
(use_declaration
  (visibility_modifier)
  argument: (use_as_clause
    path: (scoped_identifier path: (_) @module name: (identifier) @exported)
    alias: (identifier) @as)) @export
(use_declaration (visibility_modifier) argument: (use_wildcard (_) @module) @star) @export
(use_declaration
  (visibility_modifier)
  argument: (scoped_use_list list: (use_list [
    (identifier) @exported @export
    (scoped_identifier path: (_) @module name: (identifier) @exported) @export
    (use_as_clause path: (identifier) @exported alias: (identifier) @as) @export
    (use_wildcard (_)? @module) @star @export
  ])))
(use_declaration
  (visibility_modifier)
  argument: (scoped_use_list list: (use_list (scoped_use_list list: (use_list [
    (identifier) @exported @export
    (use_as_clause path: (identifier) @exported alias: (identifier) @as) @export
    (use_wildcard (_)? @module) @star @export
  ])))))
