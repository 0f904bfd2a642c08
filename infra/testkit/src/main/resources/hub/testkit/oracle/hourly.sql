-- The hours of :day as the heatmap has them. Column names are the answer's fields.
WITH
@hours
SELECT CONCAT(IF(h > 12, h - 12, h), IF(h < 12, ' AM', ' PM')) AS hour, items AS items_processed,
       people AS active_employees, ROUND(points, 1) AS points
FROM day_hours
ORDER BY h
