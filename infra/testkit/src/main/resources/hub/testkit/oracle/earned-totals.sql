-- What everybody's achievements add up to. All columns but the first are fields of the answer for that employee.
SELECT e.id, COALESCE(SUM(a.points_awarded), 0) AS total_points, LEAST(50, COUNT(a.id)) AS count
FROM employees e
LEFT JOIN employee_achievements a ON a.employee_id = e.id
GROUP BY e.id
ORDER BY e.id
