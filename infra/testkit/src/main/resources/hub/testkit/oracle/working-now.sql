-- Who is at work. Column names are the answer's fields.
WITH
@running
SELECT employee_id, name, NULL AS title, 'Worker' AS role, DATE_FORMAT(began, '%Y-%m-%dT%H:%i:%sZ') AS clock_in,
       ROUND(minutes, 1) AS duration_minutes, ROUND(minutes / 60, 1) AS duration_hours
FROM running
WHERE n = 1
ORDER BY began DESC, employee_id
