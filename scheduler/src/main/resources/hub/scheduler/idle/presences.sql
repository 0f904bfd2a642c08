-- Active employees whose latest shift of today, begun by :now, is open, with the window of today that ended last.
WITH
shifts AS (
  SELECT employee_id, clock_in, clock_out,
         ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY clock_in DESC, id DESC) AS from_last
    FROM clock_times
   WHERE clock_in >= :start AND clock_in < :end AND clock_in <= :now
),
windows AS (
  SELECT employee_id, role_id, COALESCE(items_count, 0) AS items, COALESCE(window_end, window_start) AS last_end,
         ROW_NUMBER() OVER (
           PARTITION BY employee_id ORDER BY COALESCE(window_end, window_start) DESC, id DESC) AS from_last
    FROM activity_logs
   WHERE window_start >= :start AND window_start < :end
)
SELECT s.employee_id, s.clock_in, w.last_end, w.items, CASE WHEN r.role_type = 'batch' THEN 1 ELSE 0 END AS batch,
       r.expected_per_hour, r.idle_threshold_minutes AS pause,
       (SELECT p.idle_threshold_minutes FROM role_configs p WHERE p.id = 3) AS picker_pause
  FROM shifts s
  JOIN employees e ON e.id = s.employee_id AND e.is_active = 1
  LEFT JOIN windows w ON w.employee_id = s.employee_id AND w.from_last = 1
  LEFT JOIN role_configs r ON r.id = w.role_id
 WHERE s.from_last = 1 AND s.clock_out IS NULL
 ORDER BY s.employee_id
