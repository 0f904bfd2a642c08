-- Everybody's :today beside the team's. Column names are the answer's fields.
WITH
@scores,
@shifts,
@active,
@days,
today AS (
  SELECT p.*, IF(minutes > 0, LEAST(1, ROUND(CAST(active AS DECIMAL(30, 12)) / minutes, 2)), 0) AS efficiency
  FROM person_days p
  WHERE SCORE_DAY
),
last_windows AS (
  SELECT employee_id, MAX(COALESCE(window_end, window_start)) AS e
  FROM activity_logs
  WHERE window_start >= DAY_START(:today) AND window_start < DAY_START(:today + INTERVAL 1 DAY)
  GROUP BY employee_id
)
SELECT e.id,
       COALESCE(s.items, 0) AS items_processed, ROUND(COALESCE(s.points, 0), 2) AS points_earned,
       IF(sh.minutes > 0, LEAST(1, ROUND(CAST(COALESCE(ac.minutes, 0) AS DECIMAL(30, 12)) / sh.minutes, 2)), 0) AS efficiency,
       COALESCE(ac.minutes, 0) AS active_minutes, ROUND(COALESCE(sh.minutes, 0) / 60, 1) AS hours_today,
       COALESCE(LEAST(999, GREATEST(0, TIMESTAMPDIFF(MINUTE, w.e, :now))), 0) AS idle_minutes,
       IF(t.employee_id IS NULL, NULL,
          1 + (SELECT COUNT(*) FROM today o JOIN employees oe ON oe.id = o.employee_id AND oe.is_active = 1
               WHERE o.points > t.points)) AS employee_rank,
       (SELECT COUNT(*) FROM shifts WHERE d = :today) AS total_employees,
       COALESCE((SELECT ROUND(CAST(SUM(items) AS DECIMAL(30, 12)) / COUNT(*), 1) FROM today WHERE items > 0), 0) AS team_avg_items,
       COALESCE((SELECT ROUND(CAST(SUM(efficiency) AS DECIMAL(30, 12)) / COUNT(*), 2) FROM today WHERE items > 0), 0)
         AS team_avg_efficiency
FROM employees e
LEFT JOIN scores s ON s.employee_id = e.id AND s.d = :today
LEFT JOIN shifts sh ON sh.employee_id = e.id AND sh.d = :today
LEFT JOIN active ac ON ac.employee_id = e.id AND ac.d = :today
LEFT JOIN last_windows w ON w.employee_id = e.id
LEFT JOIN today t ON t.employee_id = e.id
ORDER BY e.id
