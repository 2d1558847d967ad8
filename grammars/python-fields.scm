; Classes whose constructor takes their fields: named tuples, and data classes that extend nothing.

(class_definition
  superclasses: (argument_list . [(identifier) (attribute)] @_tuple .)
  body: (block (expression_statement (assignment type: (type)) @parameter))
  (#match? @_tuple "(^|\\.)NamedTuple$")) @callable
(decorated_definition
  (decorator [(identifier) (attribute) (call)] @_decorator)
  definition: (class_definition
    !superclasses
    body: (block (expression_statement (assignment type: (type)) @parameter))) @called @callable
  (#match? @_decorator "^(dataclasses\\.)?dataclass\\b")
  (#not-match? @_decorator "\\b(init|kw_only)\\b")) @definition
(class_definition body: (block (expression_statement (assignment right: (_) @optional) @definition)))
(class_definition
  body: (block (expression_statement (assignment type: (type) @_type) @unpassed))
  (#match? @_type "\\bClassVar\\b"))
(class_definition
  body: (block (expression_statement (assignment right: (call) @_value) @unpassed))
  (#match? @_value "\\binit\\s*=\\s*False"))
(class_definition
  body: (block
    (expression_statement (assignment type: (type) @_mark) @unpassed)
    (expression_statement (assignment left: (_) @named) @definition))
  (#match? @_mark "\\bKW_ONLY$"))
