-- Who worked on :day and how the day stands at :now, derived from the activities and the shifts.
WITH
-- A row without a role counts in the items and earns nothing.
earned AS (
  SELECT a.employee_id, CENTRAL_DATE(a.window_start) AS d,
         SUM(COALESCE(a.items_count, 0)) AS items,
         SUM(COALESCE(a.items_count, 0) * COALESCE(r.multiplier, 0)) AS points
  FROM activity_logs a
  LEFT JOIN role_configs r ON r.id = a.role_id
  GROUP BY a.employee_id, d
),
-- The stored row is the record once its day is over and it is final.
sealed AS (
  SELECT employee_id, score_date AS d,
         COALESCE(items_processed, 0) AS items, COALESCE(points_earned, 0) AS points
  FROM daily_scores
  WHERE is_finalized = 1 AND DAY_START(score_date + INTERVAL 1 DAY) <= :now
),
daily AS (
  SELECT employee_id, d, items, points FROM sealed
  UNION ALL
  SELECT e.employee_id, e.d, e.items, e.points
  FROM earned e
  LEFT JOIN sealed s ON s.employee_id = e.employee_id AND s.d = e.d
  WHERE s.employee_id IS NULL
),
worked AS (
  SELECT employee_id, d, ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY d) AS n
  FROM daily
  WHERE points > 0 AND d <= :day
),
-- Within a run of consecutive days, date minus ordinal is one and the same date.
runs AS (
  SELECT employee_id, MAX(d) AS last_day, COUNT(*) AS days
  FROM worked
  GROUP BY employee_id, d - INTERVAL n DAY
),
streaks AS (
  SELECT employee_id, MAX(days) AS days
  FROM runs
  WHERE last_day = :day
     OR (last_day = :day - INTERVAL 1 DAY AND :now < DAY_START(:day + INTERVAL 1 DAY))
  GROUP BY employee_id
),
shifts AS (
  SELECT employee_id, SUM(LIVE_MINUTES) AS minutes,
         MAX(clock_out IS NULL AND clock_in + INTERVAL 16 HOUR > :now) AS clocked_in
  FROM clock_times
  WHERE clock_in >= DAY_START(:day) AND clock_in < DAY_START(:day + INTERVAL 1 DAY)
  GROUP BY employee_id
),
roles AS (
  SELECT a.employee_id, r.role_name,
         ROW_NUMBER() OVER (
           PARTITION BY a.employee_id ORDER BY SUM(COALESCE(a.items_count, 0)) DESC, r.id) AS place
  FROM activity_logs a
  JOIN role_configs r ON r.id = a.role_id
  WHERE a.window_start >= DAY_START(:day) AND a.window_start < DAY_START(:day + INTERVAL 1 DAY)
  GROUP BY a.employee_id, r.id, r.role_name
)
SELECT e.id, e.name,
       COALESCE(w.items, 0) AS items,
       ROUND(COALESCE(w.points, 0), 2) AS score,
       -- While the day is open this figure is derived from the activities' windows; not judged here.
       IF(:now < DAY_START(:day + INTERVAL 1 DAY), NULL, COALESCE(ds.active_minutes, 0)) AS active_minutes,
       COALESCE(st.days, 0) AS streak,
       s.minutes AS total_minutes,
       s.clocked_in AS is_clocked_in,
       ro.role_name AS primary_department
FROM employees e
LEFT JOIN daily w ON w.employee_id = e.id AND w.d = :day
LEFT JOIN daily_scores ds ON ds.employee_id = e.id AND ds.score_date = :day
LEFT JOIN streaks st ON st.employee_id = e.id
LEFT JOIN shifts s ON s.employee_id = e.id
LEFT JOIN roles ro ON ro.employee_id = e.id AND ro.place = 1
WHERE e.is_active = 1 AND (s.employee_id IS NOT NULL OR w.items > 0)
ORDER BY COALESCE(w.points, 0) DESC, COALESCE(w.items, 0) DESC, e.id
