-- The five who were idle longest, of those who were for too long. Column names are the answer's fields.
WITH
@team_idle
SELECT employee_id, name, idle_periods, ROUND(minutes, 1) AS idle_minutes
FROM idle_staff
ORDER BY minutes DESC, employee_id
LIMIT 5
