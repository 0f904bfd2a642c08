-- Everybody's days from :from to :to. All columns but the first are fields of the answer for that employee.
WITH
@scores,
@shifts,
@active,
@days
SELECT employee_id AS id, DATE_FORMAT(d, '%Y-%m-%d') AS date, items, points,
       IF(minutes > 0, LEAST(1, ROUND(CAST(active AS DECIMAL(30, 12)) / minutes, 2)), 0) AS efficiency, active AS minutes,
       ROUND(AVG(points) OVER (PARTITION BY employee_id ORDER BY d ROWS 6 PRECEDING), 2) AS seven_day_average,
       ROUND(AVG(points) OVER (PARTITION BY employee_id ORDER BY d ROWS 13 PRECEDING), 2) AS fourteen_day_average
FROM person_days
WHERE SCORE_DAY
ORDER BY employee_id, d
