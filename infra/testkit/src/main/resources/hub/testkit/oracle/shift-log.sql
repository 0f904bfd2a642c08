-- The shifts that began on :day. Column names are the answer's fields.
SELECT c.employee_id, e.connecteam_user_id, e.name AS employee_name, NULL AS title, 'Worker' AS role,
       DATE_FORMAT(c.clock_in, '%Y-%m-%dT%H:%i:%sZ') AS clock_in, DATE_FORMAT(c.clock_out, '%Y-%m-%dT%H:%i:%sZ') AS clock_out,
       ROUND(COALESCE(SHIFT_MINUTES, 0), 1) AS total_minutes, SHIFT_RUNS AS is_active,
       COALESCE(c.break_minutes, 0) AS break_minutes
FROM clock_times c
JOIN employees e ON e.id = c.employee_id
WHERE c.clock_in >= DAY_START(:day) AND c.clock_in < DAY_START(:day + INTERVAL 1 DAY)
ORDER BY c.clock_in DESC, c.employee_id
