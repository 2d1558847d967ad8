; Routes and environment variables.

; A statement with a path and a handler: a client's `api.get("/users")` is awaited, returned or kept.
((expression_statement (call_expression
  function: (member_expression
    object: [(identifier) @_app (member_expression property: (property_identifier) @_app)]
    property: (property_identifier) @verb)
  arguments: (arguments . (string (string_fragment) @path) (_) .)) @mark.route)
  (#match? @_app "(^|[a-z_])([aA]pp|[rR]outer|[sS]erver|[fF]astify|[aA]pi|[rR]outes|[hH]ono)$")
  (#any-of? @verb "get" "post" "put" "patch" "delete" "options" "head" "all")
  (#match? @path "^/"))
((call_expression
  function: (member_expression
    object: (call_expression
      function: (member_expression property: (property_identifier) @_route)
      arguments: (arguments . (string (string_fragment) @path) .))
    property: (property_identifier) @verb)) @mark.route
  (#eq? @_route "route")
  (#any-of? @verb "get" "post" "put" "patch" "delete" "options" "head" "all")
  (#match? @path "^/"))
((call_expression
  function: (member_expression property: (property_identifier) @_route)
  arguments: (arguments . (object
    (pair key: (property_identifier) @_method value: (string (string_fragment) @verb))
    (pair key: (property_identifier) @_url value: (string (string_fragment) @path))))) @mark.route
  (#eq? @_route "route")
  (#eq? @_method "method")
  (#any-of? @_url "url" "path"))

((member_expression
  object: (member_expression object: (identifier) @_process @ignore property: (property_identifier) @_env)
  property: (property_identifier) @env) @mark.env @ignore
  (#eq? @_process "process") (#eq? @_env "env"))
((subscript_expression
  object: (member_expression object: (identifier) @_process @ignore property: (property_identifier) @_env)
  index: (string (string_fragment) @env)) @mark.env @ignore
  (#eq? @_process "process") (#eq? @_env "env"))
((member_expression
  object: (member_expression object: (meta_property) property: (property_identifier) @_env)
  property: (property_identifier) @env) @mark.env
  (#eq? @_env "env"))
((variable_declarator
  name: (object_pattern (shorthand_property_identifier_pattern) @env @mark.env)
  value: (member_expression object: (identifier) @_process @ignore property: (property_identifier) @_env))
  (#eq? @_process "process") (#eq? @_env "env"))
