-- The roles of the team. Column names are the answer's fields.
WITH
@team_days,
@role_capacities
SELECT id AS role_id, role_name, employees, expected_per_hour, capacity AS daily_capacity, average_daily_items, utilization,
       CASE WHEN utilization IS NULL THEN 'unknown' WHEN utilization < 70 THEN 'under' WHEN utilization > 90 THEN 'over'
            ELSE 'normal' END AS status
FROM capacity_rows
ORDER BY id
