-- The three lowest scores of :today below 50 points, then whoever is idle at :now. Column names are the answer's fields.
WITH
@scores,
@shifts,
@active,
@days,
@idle,
low AS (
  SELECT e.id AS employee, e.name, p.points, p.items,
         ROW_NUMBER() OVER (ORDER BY p.points, p.items, e.id) AS n
  FROM person_days p JOIN employees e ON e.id = p.employee_id AND e.is_active = 1
  WHERE SCORE_DAY AND p.points > 0 AND p.points < 50
),
listed AS (
  SELECT 1 AS part, n, 'low_performance' AS type, 'Performance Alert' AS title,
         CONCAT(name, ' has only ', ROUND(points, 1), ' points today') AS message, 'warning' AS severity
  FROM low
  WHERE n <= 3
  UNION ALL
  SELECT 2, ROW_NUMBER() OVER (ORDER BY i.since, i.employee_id), 'idle', 'Idle Alert',
         CONCAT(IF(i.critical, 'URGENT: ', ''), e.name,
                IF(i.worked, ' has been idle since ', ' has done nothing since clocking in at '),
                DATE_FORMAT(CENTRAL_TIME(i.since), '%h:%i %p')),
         IF(i.critical, 'critical', 'warning')
  FROM idle_people i JOIN employees e ON e.id = i.employee_id
)
SELECT ROW_NUMBER() OVER (ORDER BY part, n) AS id, type, title, message, severity
FROM listed
ORDER BY part, n
