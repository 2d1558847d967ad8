; Routes and environment variables in Go.

; Routers of gin, echo, chi and their like. A group may be anywhere: where its prefix is not known, the path must say something by itself.

(call_expression
  function: (selector_expression operand: (_) field: (field_identifier) @verb)
  arguments: (argument_list . (_ (_) @path) . (_))
  (#any-of? @verb "GET" "POST" "PUT" "PATCH" "DELETE" "HEAD" "OPTIONS" "Any")
  (#match? @path "^/\\w")) @mark.route
(call_expression
  function: (selector_expression operand: (identifier) @_router field: (field_identifier) @verb)
  arguments: (argument_list . (_ (_) @path) . (_))
  (#any-of? @verb "Get" "Post" "Put" "Patch" "Delete" "Head" "Options")
  (#match? @_router "^(r|mux|app|api|e|g|v[0-9]+)$|([rR]outer|[mM]ux|[aA]pp|[aA]pi|[gG]roup)$")
  (#match? @path "^/\\w")) @mark.route
(statement_list
  (short_var_declaration
    left: (expression_list . (identifier) @_group)
    right: (expression_list
      (call_expression
        function: (selector_expression field: (field_identifier) @_make)
        arguments: (argument_list . (_ (_) @prefix)))))
  (_ (call_expression
    function: (selector_expression operand: (identifier) @_router field: (field_identifier) @verb)
    arguments: (argument_list . (_ (_) @path) . (_))) @mark.route)
  (#eq? @_make "Group")
  (#eq? @_group @_router)
  (#any-of? @verb "GET" "POST" "PUT" "PATCH" "DELETE" "HEAD" "OPTIONS" "Any" "Get" "Post" "Put" "Patch" "Delete" "Head" "Options"))
(statement_list
  (short_var_declaration
    left: (expression_list . (identifier) @_group)
    right: (expression_list
      (call_expression
        function: (selector_expression field: (field_identifier) @_make)
        arguments: (argument_list . (_ (_) @prefix)))))
  (block (statement_list (_ (call_expression
    function: (selector_expression operand: (identifier) @_router field: (field_identifier) @verb)
    arguments: (argument_list . (_ (_) @path) . (_))) @mark.route)))
  (#eq? @_make "Group")
  (#eq? @_group @_router)
  (#any-of? @verb "GET" "POST" "PUT" "PATCH" "DELETE" "HEAD" "OPTIONS" "Any" "Get" "Post" "Put" "Patch" "Delete" "Head" "Options"))

; net/http and its like; the path can begin with the method.

(call_expression
  function: (selector_expression operand: (_) field: (field_identifier) @verb)
  arguments: (argument_list . (_ (_) @path) . (_) .)
  (#any-of? @verb "Handle" "HandleFunc")
  (#match? @path "^([A-Z]+ )?/\\w")) @mark.route

; Environment variables

(call_expression
  function: (selector_expression operand: (identifier) @_os field: (field_identifier) @_read)
  arguments: (argument_list . (_ (_) @env) .)
  (#eq? @_os "os")
  (#any-of? @_read "Getenv" "LookupEnv")) @mark.env
