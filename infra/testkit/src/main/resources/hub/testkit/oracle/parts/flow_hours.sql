@flow,
-- The last 24 hours of the clock, the current one included.
bounds AS (
  SELECT TIMESTAMP '2000-01-01 00:00:00' + INTERVAL TIMESTAMPDIFF(HOUR, TIMESTAMP '2000-01-01 00:00:00', :now) HOUR AS this_hour
),
work AS (
  SELECT DATE_FORMAT(CENTRAL_TIME(a.window_start), '%Y-%m-%d %H:00') AS hour, COALESCE(f.n, 6) AS n, f.name, a.activity_type, a.employee_id,
         COALESCE(a.items_count, 0) AS items, TIMESTAMPDIFF(MINUTE, a.window_start, a.window_end) AS minutes
  FROM activity_logs a
  JOIN bounds b
  LEFT JOIN flow f ON f.activity_type = a.activity_type
  WHERE a.activity_type IS NOT NULL AND a.source = 'podfactory' AND a.window_start >= b.this_hour - INTERVAL 23 HOUR
    AND a.window_start < b.this_hour + INTERVAL 1 HOUR
),
-- Sums of thirds may fall a hair short of a half: ten digits are told apart, no more.
stations AS (
  SELECT hour, n, name, activity_type, COUNT(DISTINCT employee_id) AS workers, SUM(items) AS items,
         ROUND(SUM(IF(minutes > 0, CAST(items * 60 AS DECIMAL(30, 12)) / minutes, NULL)) / NULLIF(SUM(minutes > 0), 0), 10)
           AS per_hour
  FROM work
  GROUP BY hour, n, name, activity_type
)
