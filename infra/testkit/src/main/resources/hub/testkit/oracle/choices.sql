-- Active people by name. Column names are the answer's fields.
SELECT id, name FROM employees WHERE is_active = 1 ORDER BY CAST(name AS BINARY), id
