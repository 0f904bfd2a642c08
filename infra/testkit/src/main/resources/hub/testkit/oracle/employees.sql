-- Everybody, by name. Column names are the answer's fields.
SELECT e.id, e.name, e.email, e.connecteam_user_id
FROM employees e
ORDER BY CAST(e.name AS BINARY), e.id
