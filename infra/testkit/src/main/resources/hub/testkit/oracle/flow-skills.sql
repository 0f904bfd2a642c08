-- What each of those at work can do, in the order of the flow, then by name.
WITH
@flow_people
SELECT p.id, s.skill, ROUND(s.per_row, 0) AS per_row
FROM people p
JOIN skills s ON s.employee_id = p.id
LEFT JOIN flow f ON f.activity_type = s.skill
ORDER BY CAST(p.name AS BINARY), p.id, COALESCE(f.n, 6), CAST(s.skill AS BINARY)
