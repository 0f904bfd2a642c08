@rates,
-- The working hours of :day as a Chicago clock shows them; rows without a role of then or now stay out.
hours AS (
  SELECT 6 AS h UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9 UNION ALL SELECT 10 UNION ALL SELECT 11
  UNION ALL SELECT 12 UNION ALL SELECT 13 UNION ALL SELECT 14 UNION ALL SELECT 15 UNION ALL SELECT 16 UNION ALL SELECT 17
),
day_hours AS (
  SELECT hours.h, COALESCE(w.people, 0) AS people, COALESCE(w.items, 0) AS items, COALESCE(w.points, 0) AS points
  FROM hours
  LEFT JOIN (
    SELECT HOUR(CENTRAL_TIME(a.window_start)) AS h,
           COUNT(DISTINCT a.employee_id) AS people,
           SUM(COALESCE(a.items_count, 0)) AS items,
           SUM(COALESCE(a.items_count, 0) * COALESCE(s.rate, r.multiplier)) AS points
    FROM activity_logs a
    LEFT JOIN role_configs r ON r.id = a.role_id
    LEFT JOIN rates s ON s.d = :day AND s.kind = 'role' AND s.subject_id = a.role_id
    WHERE COALESCE(s.rate, r.multiplier) IS NOT NULL AND a.window_start >= DAY_START(:day) AND a.window_start < DAY_START(:day + INTERVAL 1 DAY)
      AND a.source = 'podfactory'
    GROUP BY h
  ) w ON w.h = hours.h
)
