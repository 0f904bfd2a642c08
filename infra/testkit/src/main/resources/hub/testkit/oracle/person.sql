-- Everybody, active or not, the name split at its first space. Column names are the answer's fields.
WITH
@scores,
@streaks
SELECT e.id, e.name, e.name AS full_name, st.days AS current_streak,
       SUBSTRING_INDEX(e.name, ' ', 1) AS first_name,
       IF(LOCATE(' ', e.name) = 0, '', SUBSTRING(e.name, LOCATE(' ', e.name) + 1)) AS last_name
FROM employees e
JOIN streaks st ON st.employee_id = e.id
ORDER BY e.id
