-- The roles over the last seven days. Column names are the answer's fields.
WITH
@team_days,
figures AS (
  SELECT r.id, r.role_name, COUNT(DISTINCT s.employee_id) AS employees, COUNT(s.employee_id) AS score_days,
         COALESCE(SUM(s.items), 0) AS items, COALESCE(SUM(s.points), 0) AS points,
         COALESCE(ROUND(CAST(SUM(s.points) AS DECIMAL(30, 12)) / COUNT(s.employee_id), 2), 0) AS average_points,
         IF(SUM(s.minutes) > 0, LEAST(1, ROUND(CAST(SUM(s.active) AS DECIMAL(30, 12)) / SUM(s.minutes), 2)), 0) AS efficiency
  FROM role_configs r
  LEFT JOIN scored s ON s.primary_role = r.id
  GROUP BY r.id, r.role_name
)
SELECT id AS role_id, role_name, employees, score_days, items, points, average_points, efficiency,
       ROW_NUMBER() OVER (ORDER BY average_points DESC, points DESC, id) AS `rank`,
       ROW_NUMBER() OVER (ORDER BY efficiency DESC, id) AS efficiency_rank
FROM figures
ORDER BY average_points DESC, points DESC, id
