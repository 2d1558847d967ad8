; `match` in Python.

(case_pattern (dotted_name . (identifier) @binding .))
(keyword_pattern (dotted_name . (identifier) @binding .))
(union_pattern (dotted_name . (identifier) @binding .))
(splat_pattern (identifier) @binding)
(as_pattern (case_pattern) (identifier) @binding)

(keyword_pattern . (identifier) @ignore)

(case_pattern (dotted_name . (identifier) @object . (identifier) @property .) @member)
(union_pattern (dotted_name . (identifier) @object . (identifier) @property .) @member)
(class_pattern (dotted_name . (identifier) @object . (identifier) @property .) @member)
(dotted_name (identifier) (identifier) @ignore)
(class_pattern
  (dotted_name . (identifier) @of.type .)
  (case_pattern (keyword_pattern . (identifier) @key)))
(class_pattern
  (dotted_name . (identifier) . (identifier) .) @of.type
  (case_pattern (keyword_pattern . (identifier) @key)))
