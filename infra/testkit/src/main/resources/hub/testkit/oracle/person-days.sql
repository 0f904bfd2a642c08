-- Everybody's :today, as the page of one person has it. Column names are the answer's fields.
WITH
@scores,
@streaks,
@shifts,
@active,
@days,
today AS (SELECT p.* FROM person_days p WHERE SCORE_DAY)
SELECT e.id, e.name, st.days AS streak_days, COALESCE(s.items, 0) AS items_today,
       ROUND(ROUND(COALESCE(s.points, 0), 2), 1) AS points_today,
       IF(sh.minutes > 0, ROUND(CAST(COALESCE(s.items, 0) * 60 AS DECIMAL(30, 12)) / sh.minutes, 1), 0) AS items_per_hour,
       IF(t.employee_id IS NULL, NULL,
          1 + (SELECT COUNT(*) FROM today o JOIN employees oe ON oe.id = o.employee_id AND oe.is_active = 1
               WHERE o.points > t.points)) AS `rank`
FROM employees e
LEFT JOIN scores s ON s.employee_id = e.id AND s.d = :today
LEFT JOIN streaks st ON st.employee_id = e.id
LEFT JOIN shifts sh ON sh.employee_id = e.id AND sh.d = :today
LEFT JOIN today t ON t.employee_id = e.id
ORDER BY e.id
