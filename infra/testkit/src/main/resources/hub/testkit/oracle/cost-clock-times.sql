-- The shifts of those whose work on :day costs something, by person in the answer's order. Column names are the answer's
-- fields.
WITH
@costs
SELECT p.id, DATE_FORMAT(CENTRAL_TIME(c.clock_in), '%h:%i %p') AS clock_in,
       IF(c.clock_out IS NULL, IF(SHIFT_RUNS, 'Active', NULL), DATE_FORMAT(CENTRAL_TIME(c.clock_out), '%h:%i %p'))
         AS clock_out,
       COALESCE(SHIFT_MINUTES, 0) AS minutes
FROM cost_people p
JOIN clock_times c ON c.employee_id = p.id
WHERE c.clock_in >= DAY_START(:day) AND c.clock_in < DAY_START(:day + INTERVAL 1 DAY)
ORDER BY CAST(p.name AS BINARY), p.id, c.clock_in
