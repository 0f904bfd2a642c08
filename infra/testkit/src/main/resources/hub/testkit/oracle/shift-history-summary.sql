-- What everybody's shifts of the range add up to. Column names are the answer's fields.
SELECT e.id, COUNT(c.id) AS total_shifts, ROUND(COALESCE(SUM(c.minutes), 0), 1) AS total_minutes,
       ROUND(COALESCE(SUM(c.minutes), 0) / 60, 1) AS total_hours,
       ROUND(COALESCE(SUM(c.minutes), 0) / (60 * GREATEST(1, COUNT(c.id))), 1) AS average_shift_hours
FROM employees e
LEFT JOIN (
  SELECT id, employee_id, COALESCE(SHIFT_MINUTES, 0) AS minutes
  FROM clock_times
  WHERE clock_in >= DAY_START(:from) AND clock_in < DAY_START(:to + INTERVAL 1 DAY)
) c ON c.employee_id = e.id
GROUP BY e.id
ORDER BY e.id
