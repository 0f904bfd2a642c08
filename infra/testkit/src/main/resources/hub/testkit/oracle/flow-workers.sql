-- Who is at work at :now, and who could help where the work is held up most. Column names are the answer's fields.
WITH
@flow_people
SELECT p.id, p.name, p.station AS current_station, p.activity AS current_activity,
       EXISTS (SELECT 1 FROM skills s JOIN held_up h ON h.activity_type = s.skill AND h.place = 1
               WHERE s.employee_id = p.id) AS can_help_bottleneck,
       (SELECT COUNT(*) FROM skills s WHERE s.employee_id = p.id) AS skill_count
FROM people p
ORDER BY CAST(p.name AS BINARY), p.id
