-- By how much the pauses of the last seven days were too long, of every employee and day: before the first window, between two,
-- and after the last, as far as they lie within shifts.
week_windows AS (
  SELECT a.employee_id, a.d, a.window_start AS s, COALESCE(a.window_end, a.window_start) AS e,
         COALESCE(r.role_type = 'batch', 0) AS batch,
         CASE WHEN COALESCE(r.role_type, '') <> 'batch' THEN COALESCE(r.idle_threshold_minutes, 5)
              WHEN COALESCE(r.expected_per_hour, 0) <= 0 THEN 200
              ELSE ROUND(CAST(COALESCE(a.items_count, 0) * 60 * 1.05 AS DECIMAL(30, 12)) / r.expected_per_hour, 10) END AS allowed,
         ROW_NUMBER() OVER (PARTITION BY a.employee_id, a.d ORDER BY a.window_start, a.id) AS n,
         LEAD(a.window_start) OVER (PARTITION BY a.employee_id, a.d ORDER BY a.window_start, a.id) AS next_s
  FROM (SELECT l.*, CENTRAL_DATE(window_start) AS d FROM activity_logs l
        WHERE window_start >= DAY_START(:to - INTERVAL 6 DAY) AND window_start < DAY_START(:to + INTERVAL 1 DAY)) a
  LEFT JOIN role_configs r ON r.id = a.role_id
),
week_shifts AS (
  SELECT c.employee_id, c.d, c.clock_in AS s, c.clock_out,
         COALESCE(c.clock_out, LEAST(:now, c.clock_in + INTERVAL 16 HOUR)) AS e,
         ROW_NUMBER() OVER (PARTITION BY c.employee_id, c.d ORDER BY c.clock_in) AS n,
         ROW_NUMBER() OVER (PARTITION BY c.employee_id, c.d ORDER BY c.clock_in DESC) AS from_last
  FROM (SELECT t.*, CENTRAL_DATE(clock_in) AS d FROM clock_times t) c
  WHERE c.d BETWEEN :to - INTERVAL 6 DAY AND :to
),
week_pauses AS (
  SELECT w.employee_id, w.d, p.s, w.s AS e, 15 AS allowed
  FROM week_windows w JOIN week_shifts p ON p.employee_id = w.employee_id AND p.d = w.d AND p.n = 1
  WHERE w.n = 1
  UNION ALL
  SELECT employee_id, d, e, next_s, IF(batch, GREATEST(3, allowed), allowed)
  FROM week_windows
  WHERE next_s IS NOT NULL
  UNION ALL
  SELECT w.employee_id, w.d, w.e, p.e, IF(w.batch, GREATEST(5, w.allowed), w.allowed) + IF(p.clock_out IS NULL, 0, 15)
  FROM week_windows w JOIN week_shifts p ON p.employee_id = w.employee_id AND p.d = w.d AND p.from_last = 1
  WHERE w.next_s IS NULL
),
too_long AS (
  SELECT employee_id, inside - allowed AS minutes
  FROM (SELECT q.employee_id, q.allowed,
               (SELECT SUM(GREATEST(0, TIMESTAMPDIFF(MINUTE, GREATEST(q.s, p.s), LEAST(q.e, p.e))))
                FROM week_shifts p WHERE p.employee_id = q.employee_id AND p.d = q.d) AS inside
        FROM week_pauses q) measured
  WHERE inside > allowed
),
idle_staff AS (
  SELECT e.id AS employee_id, e.name, COUNT(*) AS idle_periods, SUM(t.minutes) AS minutes
  FROM too_long t
  JOIN employees e ON e.id = t.employee_id AND e.is_active = 1
  GROUP BY e.id, e.name
  HAVING COUNT(*) > 10 OR SUM(t.minutes) > 300
)
