-- Since when everybody who is at work has been. Column names are the answer's fields.
WITH
@running
SELECT employee_id AS id, employee_id, ROUND(minutes, 1) AS total_minutes, ROUND(minutes / 60, 1) AS total_hours
FROM running
WHERE n = 1
ORDER BY employee_id
