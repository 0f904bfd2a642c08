-- The whole team. Column names are the answer's fields.
WITH
@team_days,
@role_capacities
SELECT work_days, COALESCE(employees, 0) AS employees, capacity AS daily_capacity,
       COALESCE(average_daily_items, 0) AS average_daily_items, utilization,
       CASE WHEN utilization IS NULL THEN 'unknown' WHEN utilization < 70 THEN 'under' WHEN utilization > 90 THEN 'over'
            ELSE 'normal' END AS status
FROM capacity_of_all
