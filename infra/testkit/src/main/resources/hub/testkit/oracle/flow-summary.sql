-- The whole flow at :now. Column names are the answer's fields.
WITH
@station_states
SELECT (SELECT COUNT(DISTINCT seen.employee_id) FROM seen JOIN flow ON flow.activity_type = seen.activity_type WHERE fresh)
         AS total_workers_active,
       SUM(output) AS total_items_flowing, (SELECT COUNT(*) FROM held_up) AS bottleneck_count
FROM station_states
