-- Everybody's active goals against :today. All columns but the first are fields of the answer for that employee.
WITH
@scores,
@shifts,
@active,
reached AS (
  SELECT g.id AS goal, g.employee_id, g.goal_type, g.metric, COALESCE(g.target_value, 0) AS target, g.start_date, g.created_at,
         CASE g.metric
           WHEN 'items_processed' THEN COALESCE(s.items, 0)
           WHEN 'points_earned' THEN ROUND(COALESCE(s.points, 0), 2)
           WHEN 'efficiency' THEN IF(sh.minutes > 0,
             LEAST(1, ROUND(CAST(COALESCE(ac.minutes, 0) AS DECIMAL(30, 12)) / sh.minutes, 2)), 0)
           WHEN 'active_minutes' THEN COALESCE(ac.minutes, 0)
           ELSE 0 END AS current
  FROM employee_goals g
  LEFT JOIN scores s ON s.employee_id = g.employee_id AND s.d = :today
  LEFT JOIN shifts sh ON sh.employee_id = g.employee_id AND sh.d = :today
  LEFT JOIN active ac ON ac.employee_id = g.employee_id AND ac.d = :today
  WHERE g.is_active <> 0
)
SELECT employee_id AS id, goal_type AS type, metric, target, current,
       IF(target > 0, LEAST(100, ROUND(CAST(current * 100 AS DECIMAL(30, 12)) / target, 1)), 0) AS progress,
       DATE_FORMAT(start_date, '%Y-%m-%d') AS start_date
FROM reached
ORDER BY employee_id, CAST(goal_type AS BINARY), created_at DESC, goal
