; Elements, in TSX and JavaScript.

(jsx_opening_element name: (_) @element)
(jsx_self_closing_element name: (_) @element)
(jsx_closing_element name: (_) @ignore)
((jsx_opening_element name: (identifier) @ignore) (#match? @ignore "^[a-z]"))
((jsx_self_closing_element name: (identifier) @ignore) (#match? @ignore "^[a-z]"))
