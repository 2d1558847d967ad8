; Routes and environment variables in Java.

; Spring, in a controller whose own path is written out: as a literal, or not at all.

(class_declaration
  (modifiers) @_class
  body: (class_body (method_declaration (modifiers (marker_annotation name: (identifier) @verb) @mark.route)))
  (#match? @_class "@(\\w*Controller|RequestMapping)\\b")
  (#not-match? @_class "@RequestMapping\\s*\\((?!\\s*((value|path)\\s*=\\s*)?\")")
  (#any-of? @verb "GetMapping" "PostMapping" "PutMapping" "PatchMapping" "DeleteMapping" "RequestMapping"))
(class_declaration
  (modifiers) @_class
  body: (class_body
    (method_declaration
      (modifiers
        (annotation
          name: (identifier) @verb
          arguments: (annotation_argument_list . [
            (string_literal (string_fragment) @path)
            (element_value_array_initializer . (string_literal (string_fragment) @path))
          ])) @mark.route)))
  (#match? @_class "@(\\w*Controller|RequestMapping)\\b")
  (#not-match? @_class "@RequestMapping\\s*\\((?!\\s*((value|path)\\s*=\\s*)?\")")
  (#any-of? @verb "GetMapping" "PostMapping" "PutMapping" "PatchMapping" "DeleteMapping" "RequestMapping"))
(class_declaration
  (modifiers) @_class
  body: (class_body
    (method_declaration
      (modifiers
        (annotation
          name: (identifier) @verb
          arguments: (annotation_argument_list
            (element_value_pair
              key: (identifier) @_key
              value: [
                (string_literal (string_fragment) @path)
                (element_value_array_initializer . (string_literal (string_fragment) @path))
              ]))) @mark.route)))
  (#match? @_class "@(\\w*Controller|RequestMapping)\\b")
  (#not-match? @_class "@RequestMapping\\s*\\((?!\\s*((value|path)\\s*=\\s*)?\")")
  (#any-of? @_key "value" "path")
  (#any-of? @verb "GetMapping" "PostMapping" "PutMapping" "PatchMapping" "DeleteMapping" "RequestMapping"))
(method_declaration
  (modifiers
    (annotation
      name: (identifier) @_mapping
      arguments: (annotation_argument_list
        (element_value_pair
          key: (identifier) @_method
          value: [(identifier) @verb (field_access field: (identifier) @verb)]))) @mark.route)
  (#eq? @_mapping "RequestMapping")
  (#eq? @_method "method"))
(class_declaration
  (modifiers
    (annotation
      name: (identifier) @_class
      arguments: (annotation_argument_list . [
        (string_literal (string_fragment) @prefix)
        (element_value_pair key: (identifier) @_key value: (string_literal (string_fragment) @prefix))
      ])))
  body: (class_body
    (method_declaration (modifiers [(marker_annotation name: (identifier) @_verb) (annotation name: (identifier) @_verb)] @mark.route)))
  (#eq? @_class "RequestMapping")
  (#any-of? @_key "value" "path")
  (#match? @_verb "^(Get|Post|Put|Patch|Delete|Request)Mapping$"))

; JAX-RS: @Path on the class, @GET and perhaps a @Path on the method.

(class_declaration
  (modifiers
    (annotation name: (identifier) @_class arguments: (annotation_argument_list . (string_literal (string_fragment) @prefix) .)))
  body: (class_body (method_declaration (modifiers (marker_annotation name: (identifier) @verb) @mark.route) @_method))
  (#eq? @_class "Path")
  (#any-of? @verb "GET" "POST" "PUT" "PATCH" "DELETE" "HEAD" "OPTIONS")
  (#not-match? @_method "@Path\\s*\\(\\s*[^\\s\"]"))
(class_declaration
  (modifiers (annotation name: (identifier) @_class))
  body: (class_body
    (method_declaration
      (modifiers
        (marker_annotation name: (identifier) @verb) @mark.route
        (annotation name: (identifier) @_path arguments: (annotation_argument_list . (string_literal (string_fragment) @path) .)))))
  (#eq? @_class "Path")
  (#eq? @_path "Path")
  (#any-of? @verb "GET" "POST" "PUT" "PATCH" "DELETE" "HEAD" "OPTIONS"))
(class_declaration
  (modifiers (annotation name: (identifier) @_class))
  body: (class_body
    (method_declaration
      (modifiers
        (annotation name: (identifier) @_path arguments: (annotation_argument_list . (string_literal (string_fragment) @path) .))
        (marker_annotation name: (identifier) @verb) @mark.route)))
  (#eq? @_class "Path")
  (#eq? @_path "Path")
  (#any-of? @verb "GET" "POST" "PUT" "PATCH" "DELETE" "HEAD" "OPTIONS"))

; Environment variables

(method_invocation
  object: (identifier) @_system
  name: (identifier) @_read
  arguments: (argument_list . (string_literal (string_fragment) @env) .)
  (#eq? @_system "System")
  (#eq? @_read "getenv")) @mark.env
(method_invocation
  object: (method_invocation object: (identifier) @_system name: (identifier) @_getenv)
  name: (identifier) @_read
  arguments: (argument_list . (string_literal (string_fragment) @env))
  (#eq? @_system "System")
  (#eq? @_getenv "getenv")
  (#any-of? @_read "get" "getOrDefault" "containsKey")) @mark.env
