-- The three lowest scores of :today below 50 points. Column names are the answer's fields.
WITH
@scores,
@shifts,
@active,
@days,
low AS (
  SELECT e.id AS employee, e.name, p.points, p.items,
         ROW_NUMBER() OVER (ORDER BY p.points, p.items, e.id) AS n
  FROM person_days p JOIN employees e ON e.id = p.employee_id AND e.is_active = 1
  WHERE SCORE_DAY AND p.points > 0 AND p.points < 50
)
SELECT n AS id, 'low_performance' AS type, 'Performance Alert' AS title,
       CONCAT(name, ' has only ', ROUND(points, 1), ' points today') AS message, 'warning' AS severity
FROM low
WHERE n <= 3
ORDER BY n
