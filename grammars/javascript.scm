; What plain JavaScript spells differently from TypeScript.

(class_declaration) @scope
(class) @scope
(class name: (identifier) @binding)
(class_declaration name: (identifier) @name) @definition.class
(class_declaration (class_heritage (_) @supertype)) @definition
(field_definition property: (property_identifier) @name) @definition.field

(formal_parameters (_) @parameter)
(formal_parameters (identifier) @parameter @name @binding)
