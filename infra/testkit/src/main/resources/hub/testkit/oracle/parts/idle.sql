-- Who is active and clocked in at :now: the last shift of :today that has begun is open, and not for 16 hours yet.
at_work AS (
  SELECT c.employee_id, c.clock_in
  FROM clock_times c
  JOIN employees e ON e.id = c.employee_id AND e.is_active = 1
  WHERE c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)
    AND c.clock_in = (SELECT MAX(l.clock_in) FROM clock_times l
                      WHERE l.employee_id = c.employee_id AND l.clock_in <= :now)
    AND c.clock_out IS NULL AND :now < c.clock_in + INTERVAL 16 HOUR
),
-- The window of :today that ended last, if it ended in that shift.
last_work AS (
  SELECT w.employee_id, w.clock_in, a.role_id, COALESCE(a.items_count, 0) AS items, COALESCE(a.window_end, a.window_start) AS e,
         ROW_NUMBER() OVER (PARTITION BY w.employee_id
           ORDER BY COALESCE(a.window_end, a.window_start) DESC, a.id DESC) AS n
  FROM at_work w
  JOIN activity_logs a ON a.employee_id = w.employee_id
   AND a.window_start >= DAY_START(:today) AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)
),
-- A batch may take what its items are worth and five percent more, in whole minutes, and three minutes at least.
allowance AS (
  SELECT w.employee_id, COALESCE(l.e, w.clock_in) AS since, (l.employee_id IS NOT NULL) AS worked,
         CASE WHEN l.employee_id IS NULL
              THEN COALESCE((SELECT idle_threshold_minutes FROM role_configs WHERE id = 3), 5)
              WHEN COALESCE(r.role_type, '') <> 'batch' THEN COALESCE(r.idle_threshold_minutes, 5)
              WHEN COALESCE(r.expected_per_hour, 0) <= 0 THEN 200
              ELSE GREATEST(3, TRUNCATE(CAST(l.items * 60 * 1.05 AS DECIMAL(30, 12)) / r.expected_per_hour, 0)) END AS allowed
  FROM at_work w
  LEFT JOIN last_work l ON l.employee_id = w.employee_id AND l.n = 1 AND l.e >= w.clock_in
  LEFT JOIN role_configs r ON r.id = l.role_id
),
idle_people AS (
  SELECT employee_id, since, worked, (TIMESTAMPDIFF(MINUTE, since, :now) > 1.5 * allowed) AS critical
  FROM allowance
  WHERE TIMESTAMPDIFF(MINUTE, since, :now) > allowed AND HOUR(CENTRAL_TIME(:now)) BETWEEN 6 AND 21
)
