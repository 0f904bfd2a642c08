-- How the days of the team from :from to :to develop. Column names are the answer's fields.
WITH
@team_days_of_range,
team AS (
  SELECT d, COUNT(*) AS people, SUM(items) AS items, SUM(points) AS points, SUM(active) AS active, SUM(minutes) AS minutes
  FROM scored
  GROUP BY d
),
days_of AS (SELECT 1 AS series, d, items, points FROM team),
@trend_stats
SELECT NULL AS role_id, 30 AS days, COALESCE(t.n, 0) AS data_points,
       COALESCE(t.direction, 'insufficient_data') AS trend_direction, t.change_percent, t.consistency,
       COALESCE(t.items, 0) AS total_items, COALESCE(t.points, 0) AS total_points,
       COALESCE(ROUND(CAST(t.points AS DECIMAL(30, 12)) / t.n, 2), 0) AS average_points
FROM (SELECT 1 AS series) one
LEFT JOIN trend_of t ON t.series = one.series
