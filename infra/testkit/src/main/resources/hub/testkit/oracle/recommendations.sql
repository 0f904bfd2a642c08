-- The addresses that nobody has confirmed; how alike names are is not told in SQL. Column names are the answer's fields.
SELECT m.id AS mapping_id, m.podfactory_email, m.podfactory_name, m.employee_id AS current_employee_id,
       e.name AS current_employee_name, COALESCE(m.similarity_score, 0) AS auto_similarity_score, m.confidence_level,
       DATE_FORMAT(m.created_at, '%Y-%m-%dT%H:%i:%sZ') AS created_at
FROM employee_podfactory_mapping_v2 m
LEFT JOIN employees e ON e.id = m.employee_id
WHERE m.is_verified = 0 AND CHAR_LENGTH(m.podfactory_email) > 0
ORDER BY m.created_at DESC, m.id
