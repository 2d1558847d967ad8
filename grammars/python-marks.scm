; Routes and environment variables in Python.

; Routes of Flask, FastAPI and their like. A router may be mounted anywhere: where its prefix is not known, the path must say something by itself.

(decorator
  (call
    function: (attribute object: (_) @_app attribute: (identifier) @verb)
    arguments: (argument_list . (string (string_content) @path)))
  (#any-of? @verb "get" "post" "put" "patch" "delete" "head" "options")
  (#match? @_app "([aA]pp|[aA]pi|application)$")
  (#match? @path "^/")) @mark.route
(decorator
  (call
    function: (attribute attribute: (identifier) @verb)
    arguments: (argument_list . (string (string_content) @path)))
  (#any-of? @verb "get" "post" "put" "patch" "delete" "head" "options")
  (#match? @path "^/\\w")) @mark.route
(decorator
  (call
    function: (attribute object: (_) @_app attribute: (identifier) @verb)
    arguments: (argument_list . (string (string_content) @path)) @_arguments)
  (#eq? @verb "route")
  (#match? @_app "([aA]pp|[aA]pi|application)$")
  (#match? @path "^/")
  (#not-match? @_arguments "\\bmethods\\s*=")) @mark.route
(decorator
  (call
    function: (attribute attribute: (identifier) @verb)
    arguments: (argument_list . (string (string_content) @path)) @_arguments)
  (#eq? @verb "route")
  (#match? @path "^/\\w")
  (#not-match? @_arguments "\\bmethods\\s*=")) @mark.route

; @app.route("/users", methods=["GET", "POST"]): a route for each.

(decorator
  (call
    function: (attribute object: (_) @_app attribute: (identifier) @_route)
    arguments: (argument_list
      .
      (string (string_content) @path)
      (keyword_argument name: (identifier) @_methods value: (_ (string (string_content) @verb @mark.route)))))
  (#any-of? @_route "route" "api_route")
  (#eq? @_methods "methods")
  (#match? @_app "([aA]pp|[aA]pi|application)$")
  (#match? @path "^/"))
(decorator
  (call
    function: (attribute attribute: (identifier) @_route)
    arguments: (argument_list
      .
      (string (string_content) @path)
      (keyword_argument name: (identifier) @_methods value: (_ (string (string_content) @verb @mark.route)))))
  (#any-of? @_route "route" "api_route")
  (#eq? @_methods "methods")
  (#match? @path "^/\\w"))

; The prefix of a router that is made in the same file.

(module
  (expression_statement
    (assignment
      left: (identifier) @_router
      right: (call
        arguments: (argument_list (keyword_argument name: (identifier) @_key value: (string (string_content) @prefix))))))
  (decorated_definition
    (decorator
      (call
        function: (attribute object: (identifier) @_object attribute: (identifier) @verb)
        arguments: (argument_list . (string (string_content) @path)) @_arguments)) @mark.route)
  (#any-of? @_key "prefix" "url_prefix")
  (#eq? @_router @_object)
  (#any-of? @verb "get" "post" "put" "patch" "delete" "head" "options" "route")
  (#not-match? @_arguments "\\bmethods\\s*="))
(module
  (expression_statement
    (assignment
      left: (identifier) @_router
      right: (call
        arguments: (argument_list (keyword_argument name: (identifier) @_key value: (string (string_content) @prefix))))))
  (decorated_definition
    (decorator
      (call
        function: (attribute object: (identifier) @_object attribute: (identifier) @_route)
        arguments: (argument_list
          .
          (string (string_content) @path)
          (keyword_argument name: (identifier) @_methods value: (_ (string (string_content) @verb @mark.route)))))))
  (#any-of? @_key "prefix" "url_prefix")
  (#eq? @_router @_object)
  (#any-of? @_route "route" "api_route")
  (#eq? @_methods "methods"))

; Starlette's Route("/users", list_users), and Django's path("users/", views.users) in a list of its own.

(call
  function: (identifier) @verb
  arguments: (argument_list . (string (string_content) @path) . (_) .)
  (#eq? @verb "Route")
  (#match? @path "^/")) @mark.route
(assignment
  left: (identifier) @_patterns
  right: (list
    (call
      function: (identifier) @verb
      arguments: (argument_list
        .
        (string (string_content) @path)
        .
        [(identifier) (attribute) (call function: (attribute))])) @mark.route)
  (#eq? @_patterns "urlpatterns")
  (#eq? @verb "path"))

; Environment variables

(subscript
  value: [(identifier) (attribute)] @_environment
  subscript: (string (string_content) @env)
  (#any-of? @_environment "os.environ" "environ")) @mark.env
(call
  function: [(identifier) (attribute)] @_read
  arguments: (argument_list . (string (string_content) @env))
  (#any-of? @_read "os.getenv" "getenv" "os.environ.get" "environ.get" "os.environ.setdefault" "os.environ.pop")) @mark.env
