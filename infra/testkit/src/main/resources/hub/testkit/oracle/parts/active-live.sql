-- Today's windows, and how long a pause after each is no idleness: what its items are worth and five percent more if the
-- role works in batches, else the role's threshold.
windows_today AS (
  SELECT a.id, a.employee_id, a.window_start AS s, COALESCE(a.window_end, a.window_start) AS e,
         COALESCE(r.role_type = 'batch', 0) AS batch,
         CASE WHEN r.role_type = 'batch'
              THEN IF(COALESCE(r.expected_per_hour, 0) <= 0, 200,
                      ROUND(CAST(COALESCE(a.items_count, 0) * 60 * 1.05 AS DECIMAL(30, 12)) / r.expected_per_hour, 10))
              ELSE COALESCE(r.idle_threshold_minutes, 5) END AS allowed,
         ROW_NUMBER() OVER (PARTITION BY a.employee_id ORDER BY a.window_start, a.id) AS n,
         LEAD(a.window_start) OVER (PARTITION BY a.employee_id ORDER BY a.window_start, a.id) AS next_s
  FROM activity_logs a
  LEFT JOIN role_configs r ON r.id = a.role_id
  WHERE a.window_start >= DAY_START(:today) AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)
),
presence AS (
  SELECT employee_id, clock_in AS s, clock_out,
         COALESCE(clock_out, LEAST(:now, clock_in + INTERVAL 16 HOUR)) AS e,
         LIVE_MINUTES - COALESCE(break_minutes, 0) AS minutes,
         ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY clock_in) AS n,
         ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY clock_in DESC) AS from_last
  FROM clock_times
  WHERE clock_in >= DAY_START(:today) AND clock_in < DAY_START(:today + INTERVAL 1 DAY)
),
-- Before the first window, between two, and after the last, with cleaning up once clocked out.
pauses AS (
  SELECT w.employee_id, p.s, w.s AS e, 15 AS allowed
  FROM windows_today w JOIN presence p ON p.employee_id = w.employee_id AND p.n = 1
  WHERE w.n = 1
  UNION ALL
  SELECT employee_id, e, next_s, IF(batch, GREATEST(3, allowed), allowed)
  FROM windows_today
  WHERE next_s IS NOT NULL
  UNION ALL
  SELECT w.employee_id, w.e, p.e, IF(w.batch, GREATEST(5, w.allowed), w.allowed) + IF(p.clock_out IS NULL, 0, 15)
  FROM windows_today w JOIN presence p ON p.employee_id = w.employee_id AND p.from_last = 1
  WHERE w.next_s IS NULL
),
-- Only what lies within shifts is idle, in whole minutes of each shift.
idle AS (
  SELECT employee_id, SUM(GREATEST(0, inside - allowed)) AS minutes
  FROM (SELECT q.employee_id, q.allowed,
               (SELECT COALESCE(SUM(GREATEST(0,
                         TIMESTAMPDIFF(MINUTE, GREATEST(q.s, p.s), LEAST(q.e, p.e)))), 0)
                FROM presence p WHERE p.employee_id = q.employee_id) AS inside
        FROM pauses q) measured
  GROUP BY employee_id
),
derived AS (
  SELECT w.employee_id,
         CASE WHEN c.minutes IS NULL
              THEN LEAST(10 * COUNT(*), SUM(GREATEST(0, TIMESTAMPDIFF(MINUTE, w.s, w.e))))
              ELSE FLOOR(GREATEST(0, c.minutes - COALESCE(MAX(i.minutes), 0))) END AS minutes
  FROM windows_today w
  LEFT JOIN (SELECT employee_id, SUM(minutes) AS minutes FROM presence GROUP BY employee_id) c
         ON c.employee_id = w.employee_id
  LEFT JOIN idle i ON i.employee_id = w.employee_id
  GROUP BY w.employee_id, c.minutes
),
-- Derived while the day is open, as stored afterwards.
active AS (
  SELECT employee_id, :today AS d, minutes FROM derived
  UNION ALL
  SELECT employee_id, score_date, COALESCE(active_minutes, 0) FROM daily_scores WHERE score_date <> :today
)
