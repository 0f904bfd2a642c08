-- Everybody's shifts of the range. Column names are the answer's fields.
SELECT c.employee_id AS id, DATE_FORMAT(CENTRAL_TIME(c.clock_in), '%Y-%m-%d') AS date,
       DATE_FORMAT(c.clock_in, '%Y-%m-%dT%H:%i:%sZ') AS clock_in, DATE_FORMAT(c.clock_out, '%Y-%m-%dT%H:%i:%sZ') AS clock_out,
       ROUND(COALESCE(SHIFT_MINUTES, 0), 1) AS total_minutes, ROUND(COALESCE(SHIFT_MINUTES, 0) / 60, 1) AS total_hours
FROM clock_times c
WHERE c.clock_in >= DAY_START(:from) AND c.clock_in < DAY_START(:to + INTERVAL 1 DAY)
ORDER BY c.employee_id, c.clock_in
