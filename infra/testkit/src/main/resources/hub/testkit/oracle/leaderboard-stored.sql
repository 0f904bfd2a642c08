-- The plan's leaderboard statement (section 5.1), with half-open bounds and the ties of its order decided; and what of its
-- clock rows cannot be right.
WITH
clock_aggregates AS (
  SELECT employee_id,
         SUM(total_minutes) AS total_minutes,
         MAX(CASE WHEN clock_out IS NULL THEN 1 ELSE 0 END) AS is_clocked_in,
         MAX(CASE WHEN clock_out IS NULL AND :now >= clock_in + INTERVAL 16 HOUR THEN 1 ELSE 0 END) AS open_stale,
         MAX(CASE WHEN clock_out < clock_in THEN 1 ELSE 0 END) AS negative_shift
  FROM clock_times
  WHERE clock_in >= DAY_START(:day) AND clock_in < DAY_START(:day + INTERVAL 1 DAY)
  GROUP BY employee_id
)
SELECT e.id, e.name,
       COALESCE(ds.items_processed, 0) AS items,
       COALESCE(ds.points_earned, 0) AS score,
       COALESCE(ds.active_minutes, 0) AS active_minutes,
       e.current_streak AS streak,
       COALESCE(ct.total_minutes, 0) AS total_minutes,
       COALESCE(ct.is_clocked_in, 0) AS is_clocked_in,
       rc.role_name AS primary_department,
       COALESCE(ct.open_stale, 0) AS open_stale,
       (ct.employee_id IS NULL) AS no_clock,
       COALESCE(ct.negative_shift, 0) AS negative_shift
FROM employees e
LEFT JOIN daily_scores ds ON ds.employee_id = e.id AND ds.score_date = :day
LEFT JOIN clock_aggregates ct ON ct.employee_id = e.id
LEFT JOIN role_configs rc ON rc.id = (
  SELECT a.role_id
  FROM activity_logs a
  JOIN role_configs known ON known.id = a.role_id
  WHERE a.employee_id = e.id
    AND a.window_start >= DAY_START(:day) AND a.window_start < DAY_START(:day + INTERVAL 1 DAY)
  GROUP BY a.role_id
  ORDER BY SUM(COALESCE(a.items_count, 0)) DESC, a.role_id
  LIMIT 1
)
WHERE e.is_active = 1 AND (ct.employee_id IS NOT NULL OR ds.items_processed > 0)
ORDER BY COALESCE(ds.points_earned, 0) DESC, COALESCE(ds.items_processed, 0) DESC, e.id
