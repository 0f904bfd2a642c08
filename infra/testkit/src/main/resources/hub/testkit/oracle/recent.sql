-- Who came and went on :today, the newest first. Column names are the answer's fields.
SELECT type, CONCAT(name, IF(type = 'clock_in', ' clocked in at ', ' clocked out at '), time_str) AS description,
       DATE_FORMAT(t, '%a, %d %b %Y %H:%i:%s GMT') AS timestamp, name AS employee_name, time_str
FROM (
  SELECT 'clock_in' AS type, 1 AS place, e.id AS employee, e.name, c.clock_in AS t,
         DATE_FORMAT(CENTRAL_TIME(c.clock_in), '%h:%i %p') AS time_str
  FROM clock_times c JOIN employees e ON e.id = c.employee_id
  WHERE c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)
  UNION ALL
  SELECT 'clock_out', 0, e.id, e.name, c.clock_out, DATE_FORMAT(CENTRAL_TIME(c.clock_out), '%h:%i %p')
  FROM clock_times c JOIN employees e ON e.id = c.employee_id
  WHERE c.clock_out >= DAY_START(:today) AND c.clock_out < DAY_START(:today + INTERVAL 1 DAY)
) events
ORDER BY t DESC, place, employee
LIMIT 200
