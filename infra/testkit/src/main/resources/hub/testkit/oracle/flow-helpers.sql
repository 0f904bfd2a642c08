-- The three who do best what is held up most and are not there. Column names are the answer's fields.
WITH
@flow_people
SELECT 'reassign' AS action, p.id AS worker_id, p.name AS worker, p.station AS `from`, h.name AS `to`, 'high' AS impact,
       CONCAT(p.name, ' averages ', ROUND(s.per_row, 0), ' items per activity at ', h.name) AS reason
FROM held_up h
JOIN skills s ON s.skill = h.activity_type
JOIN people p ON p.id = s.employee_id AND NOT (p.activity <=> h.activity_type)
WHERE h.place = 1
ORDER BY ROUND(s.per_row, 10) DESC, p.id
LIMIT 3
