-- Who worked on :day and how the day stands at :now, derived from the activities and the shifts.
WITH
@scores,
@streaks,
@active,
shifts AS (
  SELECT employee_id, SUM(LIVE_MINUTES) AS minutes,
         MAX(clock_out IS NULL AND clock_in + INTERVAL 16 HOUR > :now) AS clocked_in,
         MAX(clock_out IS NULL AND :now >= clock_in + INTERVAL 16 HOUR) AS open_stale,
         MAX(COALESCE(clock_out < clock_in, 0)) AS negative_shift
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
       COALESCE(ac.minutes, 0) AS active_minutes,
       COALESCE(st.days, 0) AS streak,
       s.minutes AS total_minutes,
       s.clocked_in AS is_clocked_in,
       ro.role_name AS primary_department,
       COALESCE(s.open_stale, 0) AS open_stale,
       (s.employee_id IS NULL) AS no_clock,
       COALESCE(s.negative_shift, 0) AS negative_shift
FROM employees e
LEFT JOIN scores w ON w.employee_id = e.id AND w.d = :day
LEFT JOIN active ac ON ac.employee_id = e.id AND ac.d = :day
LEFT JOIN streaks st ON st.employee_id = e.id
LEFT JOIN shifts s ON s.employee_id = e.id
LEFT JOIN roles ro ON ro.employee_id = e.id AND ro.place = 1
WHERE e.is_active = 1 AND (s.employee_id IS NOT NULL OR w.items > 0)
ORDER BY COALESCE(w.points, 0) DESC, COALESCE(w.items, 0) DESC, e.id
