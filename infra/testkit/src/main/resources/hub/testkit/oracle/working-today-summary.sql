-- How many people and shifts began on :today, of the deactivated, too. Column names are the answer's fields.
SELECT COUNT(DISTINCT c.employee_id) AS total_employees,
       COUNT(DISTINCT IF(SHIFT_RUNS, c.employee_id, NULL)) AS currently_active,
       COALESCE(SUM(c.clock_out IS NOT NULL), 0) AS completed_shifts
FROM clock_times c
JOIN employees e ON e.id = c.employee_id
WHERE c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)
