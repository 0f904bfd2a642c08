-- The active people who are at work. Column names are the answer's fields.
WITH
@running
SELECT r.employee_id, r.name, NULL AS title, 'Worker' AS role, DATE_FORMAT(began, '%Y-%m-%dT%H:%i:%sZ') AS clock_in,
       ROUND(minutes, 1) AS duration_minutes, ROUND(minutes / 60, 1) AS duration_hours
FROM running r
JOIN employees e ON e.id = r.employee_id AND e.is_active = 1
WHERE n = 1
ORDER BY began DESC, r.employee_id
