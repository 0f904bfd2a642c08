-- How many active employees reached what on :today. Column names are the answer's fields.
WITH
@scores,
@shifts,
@active,
@days,
reached AS (
  SELECT p.points FROM person_days p JOIN employees e ON e.id = p.employee_id AND e.is_active = 1
  WHERE SCORE_DAY
),
people AS (SELECT GREATEST(1, COUNT(*)) AS n FROM employees WHERE is_active = 1)
SELECT t.name, CONCAT(t.points, '+ points in a day') AS description, t.n AS `count`,
       ROUND(CAST(t.n * 100 AS DECIMAL(30, 12)) / people.n, 1) AS percentage, t.icon
FROM (SELECT 'Century Club' AS name, 100 AS points, '💯' AS icon, (SELECT COUNT(*) FROM reached WHERE points >= 100) AS n
      UNION ALL SELECT 'Quarter Master', 250, '🎯', (SELECT COUNT(*) FROM reached WHERE points >= 250)
      UNION ALL SELECT 'Half Hero', 500, '🦸', (SELECT COUNT(*) FROM reached WHERE points >= 500)
      UNION ALL SELECT 'Thousand Thunder', 1000, '⚡', (SELECT COUNT(*) FROM reached WHERE points >= 1000)) t, people
ORDER BY t.points
