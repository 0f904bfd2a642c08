-- The mean rate of active people's windows, today and on the 30 days before, by station. Means of thirds may fall a hair
-- short of a half: ten digits are told apart, no more.
SELECT station, employee_id, employee_name, ROUND(mean, 1) AS avg_items_per_hour
FROM (
  SELECT IF(a.activity_type = 'In Production', 'Heat Press', a.activity_type) AS station, e.id AS employee_id,
         e.name AS employee_name,
         ROUND(SUM(CAST(a.items_count * 60 AS DECIMAL(30, 12))
                   / GREATEST(6, TIMESTAMPDIFF(MINUTE, a.window_start, a.window_end))) / COUNT(*), 10) AS mean
  FROM activity_logs a
  JOIN employees e ON e.id = a.employee_id AND e.is_active = 1
  WHERE a.window_start >= DAY_START(:today - INTERVAL 30 DAY) AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)
    AND a.items_count > 0 AND a.window_end IS NOT NULL AND CHAR_LENGTH(a.activity_type) > 0
  GROUP BY station, e.id, e.name
) rates
ORDER BY CAST(station AS BINARY), mean DESC, employee_id
