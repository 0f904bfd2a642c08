-- The shifts that began on :today. Column names are the answer's fields.
WITH
@scores,
@active
SELECT c.id, e.name AS employee_name, DATE_FORMAT(c.clock_in, '%a, %d %b %Y %H:%i:%s GMT') AS clock_in,
       DATE_FORMAT(c.clock_out, '%a, %d %b %Y %H:%i:%s GMT') AS clock_out,
       SHIFT_RUNS AS is_clocked_in, COALESCE(SHIFT_MINUTES, 0) AS total_minutes,
       COALESCE(a.minutes, 0) AS active_minutes, COALESCE(s.items, 0) AS items_processed,
       (c.clock_out IS NULL AND :now >= c.clock_in + INTERVAL 16 HOUR) AS open_stale,
       COALESCE(c.clock_out < c.clock_in, 0) AS negative_shift
FROM clock_times c
JOIN employees e ON e.id = c.employee_id
LEFT JOIN scores s ON s.employee_id = c.employee_id AND s.d = :today
LEFT JOIN active a ON a.employee_id = c.employee_id AND a.d = :today
WHERE c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)
ORDER BY c.clock_in DESC, c.employee_id
