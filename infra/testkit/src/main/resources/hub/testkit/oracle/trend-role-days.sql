-- The days of the pickers from :from to :to. Column names are the answer's fields.
WITH
@team_days_of_range,
team AS (
  SELECT d, COUNT(*) AS people, SUM(items) AS items, SUM(points) AS points, SUM(active) AS active, SUM(minutes) AS minutes
  FROM scored WHERE primary_role = 3
  GROUP BY d
)
SELECT DATE_FORMAT(d, '%Y-%m-%d') AS date, people AS employees, items, points,
       IF(minutes > 0, LEAST(1, ROUND(CAST(active AS DECIMAL(30, 12)) / minutes, 2)), 0) AS efficiency,
       ROUND(AVG(points) OVER (ORDER BY d ROWS 6 PRECEDING), 2) AS seven_day_average,
       ROUND(AVG(points) OVER (ORDER BY d ROWS 13 PRECEDING), 2) AS fourteen_day_average
FROM team
ORDER BY d
