-- How many windows of people who are there began on :day. Column names are the answer's fields.
SELECT COUNT(*) AS total_activities
FROM activity_logs a
JOIN employees e ON e.id = a.employee_id
WHERE a.window_start >= DAY_START(:day) AND a.window_start < DAY_START(:day + INTERVAL 1 DAY)
