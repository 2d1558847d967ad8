; Routes and environment variables in Rust.

; A router may be put below any other: the path must say something by itself.

(attribute_item
  (attribute
    [(identifier) @verb (scoped_identifier name: (identifier) @verb)]
    arguments: (token_tree . (string_literal (string_content) @path)))
  (#any-of? @verb "get" "post" "put" "patch" "delete" "head" "options")
  (#match? @path "^/[\\w<{:]")) @mark.route
(call_expression
  function: (field_expression field: (field_identifier) @_route)
  arguments: (arguments
    .
    (string_literal (string_content) @path)
    .
    (call_expression function: [(identifier) @verb @mark.route (scoped_identifier name: (identifier) @verb @mark.route)])
    .)
  (#eq? @_route "route")
  (#any-of? @verb "get" "post" "put" "patch" "delete" "head" "options" "any")
  (#match? @path "^/[\\w<{:]"))
(call_expression
  function: (field_expression field: (field_identifier) @_route)
  arguments: (arguments
    .
    (string_literal (string_content) @path)
    .
    (call_expression function: (field_expression field: (field_identifier) @verb @mark.route))
    .)
  (#eq? @_route "route")
  (#any-of? @verb "get" "post" "put" "patch" "delete" "head" "options")
  (#match? @path "^/[\\w<{:]"))
(call_expression
  function: (field_expression field: (field_identifier) @_route)
  arguments: (arguments
    .
    (string_literal (string_content) @path)
    .
    (call_expression
      function: (field_expression
        value: (call_expression function: [(identifier) @verb @mark.route (scoped_identifier name: (identifier) @verb @mark.route)])))
    .)
  (#eq? @_route "route")
  (#any-of? @verb "get" "post" "put" "patch" "delete" "head" "options" "any")
  (#match? @path "^/[\\w<{:]"))

; Environment variables

(call_expression
  function: (scoped_identifier) @_read
  arguments: (arguments . (string_literal (string_content) @env) .)
  (#match? @_read "^(std::)?env::var(_os)?$")) @mark.env
(macro_invocation
  macro: (identifier) @_read
  (token_tree . (string_literal (string_content) @env))
  (#any-of? @_read "env" "option_env")
  (#not-match? @env "^CARGO_")) @mark.env
