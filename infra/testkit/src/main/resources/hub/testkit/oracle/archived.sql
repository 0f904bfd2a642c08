-- Who is archived, the latest first. Column names are the answer's fields.
SELECT id, name, email, DATE_FORMAT(archived_at, '%a, %d %b %Y %H:%i:%s GMT') AS archived_at
FROM employees
WHERE archived_at IS NOT NULL
ORDER BY employees.archived_at DESC, id
