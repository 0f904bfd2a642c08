-- The hundred earliest windows that began on :day. Column names are the answer's fields.
SELECT a.id, NULL AS report_id, e.name AS employee_name, r.role_name, COALESCE(a.items_count, 0) AS items_count,
       DATE_FORMAT(a.window_start, '%Y-%m-%dT%H:%i:%sZ') AS window_start,
       DATE_FORMAT(COALESCE(a.window_end, a.window_start), '%Y-%m-%dT%H:%i:%sZ') AS window_end
FROM activity_logs a
JOIN employees e ON e.id = a.employee_id
LEFT JOIN role_configs r ON r.id = a.role_id
WHERE a.window_start >= DAY_START(:day) AND a.window_start < DAY_START(:day + INTERVAL 1 DAY)
ORDER BY a.window_start, CAST(e.name AS BINARY), a.id
LIMIT 100
