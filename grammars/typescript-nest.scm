; Routes of NestJS. Read for texts with a @Controller.

((class_body
  (decorator (call_expression function: (identifier) @verb arguments: (arguments . (string (string_fragment) @path)?)) @mark.route))
  (#any-of? @verb "Get" "Post" "Put" "Patch" "Delete" "Options" "Head" "All"))
((export_statement
  decorator: (decorator (call_expression
    function: (identifier) @_controller
    arguments: (arguments . (string (string_fragment) @prefix)?)))
  declaration: (class_declaration body: (class_body
    (decorator (call_expression function: (identifier) @verb arguments: (arguments . (string (string_fragment) @path)?)) @mark.route))))
  (#eq? @_controller "Controller")
  (#any-of? @verb "Get" "Post" "Put" "Patch" "Delete" "Options" "Head" "All"))
((class_declaration
  decorator: (decorator (call_expression
    function: (identifier) @_controller
    arguments: (arguments . (string (string_fragment) @prefix)?)))
  body: (class_body
    (decorator (call_expression function: (identifier) @verb arguments: (arguments . (string (string_fragment) @path)?)) @mark.route)))
  (#eq? @_controller "Controller")
  (#any-of? @verb "Get" "Post" "Put" "Patch" "Delete" "Options" "Head" "All"))
