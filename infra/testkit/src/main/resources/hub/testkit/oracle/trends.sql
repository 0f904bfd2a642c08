-- Everybody's days from :from to :to. All columns but the first are fields of the answer for that employee.
WITH
@scores,
@shifts,
@active,
@days
SELECT employee_id AS id, DATE_FORMAT(d, '%Y-%m-%d') AS date, items, points,
       IF(minutes > 0, LEAST(1, ROUND(CAST(active AS DECIMAL(30, 12)) / minutes, 2)), 0) AS efficiency, active AS minutes
FROM person_days
WHERE SCORE_DAY
ORDER BY employee_id, d
