-- The same by ISO weeks. Column names are the answer's fields.
WITH
@team_days_of_range,
team AS (
  SELECT d, COUNT(*) AS people, SUM(items) AS items, SUM(points) AS points, SUM(active) AS active, SUM(minutes) AS minutes
  FROM scored WHERE primary_role = 3
  GROUP BY d
)
SELECT DATE_FORMAT(d, '%x-W%v') AS week, COUNT(*) AS days, SUM(items) AS items, SUM(points) AS points
FROM team
GROUP BY DATE_FORMAT(d, '%x-W%v')
ORDER BY 1
