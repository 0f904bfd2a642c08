-- The shifts of active people that began on :today. Column names are the answer's fields.
SELECT c.employee_id, e.name, NULL AS title, 'Worker' AS role,
       DATE_FORMAT(c.clock_in, '%Y-%m-%dT%H:%i:%sZ') AS clock_in, DATE_FORMAT(c.clock_out, '%Y-%m-%dT%H:%i:%sZ') AS clock_out,
       ROUND(COALESCE(SHIFT_MINUTES, 0), 1) AS total_minutes, SHIFT_RUNS AS is_active,
       CASE WHEN SHIFT_RUNS THEN 'Working' WHEN c.clock_out IS NULL THEN 'Forgotten' ELSE 'Completed' END AS status
FROM clock_times c
JOIN employees e ON e.id = c.employee_id AND e.is_active = 1
WHERE c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)
ORDER BY c.clock_in DESC, c.employee_id
