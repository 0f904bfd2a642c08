@station_states,
-- Active people with a shift of :today that goes on at :now.
available AS (
  SELECT e.id, e.name
  FROM employees e
  WHERE e.is_active = 1
    AND EXISTS (SELECT 1 FROM clock_times c
                WHERE c.employee_id = e.id AND c.clock_out IS NULL AND :now < c.clock_in + INTERVAL 16 HOUR
                  AND c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY))
),
latest AS (
  SELECT employee_id, activity_type, ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY window_start DESC, id DESC) AS n
  FROM seen
  WHERE fresh
),
-- What each did on the last seven Central days, and how many items a row had.
skills AS (
  SELECT employee_id, activity_type AS skill, CAST(SUM(COALESCE(items_count, 0)) AS DECIMAL(30, 12)) / COUNT(*) AS per_row
  FROM activity_logs
  WHERE source = 'podfactory' AND activity_type IS NOT NULL
    AND window_start >= DAY_START(:today - INTERVAL 6 DAY) AND window_start < DAY_START(:today + INTERVAL 1 DAY)
  GROUP BY employee_id, activity_type
),
people AS (
  SELECT a.id, a.name, l.activity_type AS activity,
         IF(l.activity_type IS NULL, 'Unknown', COALESCE(f.name, l.activity_type)) AS station
  FROM available a
  LEFT JOIN latest l ON l.employee_id = a.id AND l.n = 1
  LEFT JOIN flow f ON f.activity_type = l.activity_type
)
