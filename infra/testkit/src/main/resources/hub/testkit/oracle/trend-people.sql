-- How everybody's days from :from to :to develop. All columns but the first are fields of the answer for that employee.
WITH
@scores,
@shifts,
@active,
@days,
days_of AS (SELECT employee_id AS series, d, items, points FROM person_days WHERE SCORE_DAY),
@trend_stats
SELECT e.id, e.id AS employee_id, e.name, 30 AS days, COALESCE(t.n, 0) AS data_points,
       COALESCE(t.direction, 'insufficient_data') AS trend_direction, t.change_percent, t.consistency,
       COALESCE(t.items, 0) AS total_items, COALESCE(t.points, 0) AS total_points,
       COALESCE(ROUND(CAST(t.items AS DECIMAL(30, 12)) / t.n, 1), 0) AS average_items,
       COALESCE(ROUND(CAST(t.points AS DECIMAL(30, 12)) / t.n, 2), 0) AS average_points
FROM employees e
LEFT JOIN trend_of t ON t.series = e.id
ORDER BY e.id
