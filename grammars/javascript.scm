; What plain JavaScript spells differently from TypeScript.

(class name: (identifier) @binding)
(class_declaration name: (identifier) @name) @definition.class
(class_declaration (class_heritage (_) @supertype)) @definition
(variable_declarator value: (class (class_heritage (_) @supertype))) @definition
(export_statement value: (class (class_heritage (_) @supertype)) @definition)

(class_body (field_definition property: (property_identifier) @name value: (_)? @value) @definition.field)
(class_body (field_definition property: (private_property_identifier) @name @private) @definition.field)
(class_body (field_definition property: (property_identifier) @name value: [(arrow_function) (function_expression)] @called) @definition.method)

(formal_parameters (identifier) @parameter @name @binding)
(formal_parameters [(object_pattern) (array_pattern)] @parameter)
(formal_parameters (rest_pattern (identifier)? @name) @parameter @rest)
(formal_parameters (assignment_pattern left: (_) @optional) @parameter)
(formal_parameters (assignment_pattern left: (identifier) @name @binding) @parameter)
