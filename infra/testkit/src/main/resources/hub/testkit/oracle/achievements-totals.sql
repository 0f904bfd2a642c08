-- The team's points of :today. Column names are the answer's fields.
WITH
@scores,
@shifts,
@active,
@days,
reached AS (
  SELECT p.points, COALESCE(e.is_active, 0) AS is_active
  FROM person_days p LEFT JOIN employees e ON e.id = p.employee_id
  WHERE SCORE_DAY
)
SELECT COALESCE(MAX(IF(is_active = 1, points, NULL)), 0) AS top_score, COALESCE(SUM(points), 0) AS total_team_points,
       10000 AS team_goal, LEAST(100, ROUND(COALESCE(SUM(points), 0) / 100, 1)) AS team_progress
FROM reached
