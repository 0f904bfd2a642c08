-- The stored targets, by department. Column names are the answer's fields.
SELECT department_name, target_rate_per_person
FROM department_targets
ORDER BY CAST(department_name AS BINARY)
