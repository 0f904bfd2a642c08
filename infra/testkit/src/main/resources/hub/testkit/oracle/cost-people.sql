-- What each person's work from :from to :to costs. Column names are the answer's fields.
WITH
@costs,
used AS (
  SELECT p.*,
         LEAST(100, COALESCE(ROUND(CAST(IF(minutes > 0, active, 0) * 100 AS DECIMAL(30, 12)) / NULLIF(minutes, 0), 1), 0))
           AS utilization
  FROM cost_people p
)
SELECT id, name, hourly_rate, pay_type, clocked_hours, days_worked, active_hours, non_active_hours,
       utilization AS utilization_rate, items_processed, active_days, total_cost, active_cost, non_active_cost,
       IF(items_processed > 0, ROUND(total_cost / items_processed, 3), 0) AS cost_per_item,
       IF(items_processed > 0, ROUND(total_cost / items_processed, 3), 0) AS cost_per_item_true,
       IF(items_processed > 0, ROUND(active_cost / items_processed, 3), 0) AS cost_per_item_active,
       IF(total_cost > 0, ROUND(CAST(items_processed AS DECIMAL(30, 12)) / total_cost, 1), 0) AS efficiency,
       IF(:from = :to, NULL, IF(days_worked > 0, ROUND(total_cost / days_worked, 2), 0)) AS avg_daily_cost,
       IF(:from = :to, NULL, IF(days_worked > 0, ROUND(CAST(items_processed AS DECIMAL(30, 12)) / days_worked, 0), 0))
         AS avg_daily_items,
       IF(:from = :to, NULL, IF(days_worked > 0, ROUND(clocked_hours / days_worked, 1), 0)) AS avg_daily_hours,
       COALESCE((SELECT SUM(items) FROM by_type b WHERE b.employee_id = u.id AND activity_type = 'Picking'), 0)
         AS `activity_breakdown.picking`,
       COALESCE((SELECT SUM(items) FROM by_type b WHERE b.employee_id = u.id AND activity_type = 'Labeling'), 0)
         AS `activity_breakdown.labeling`,
       COALESCE((SELECT SUM(items) FROM by_type b WHERE b.employee_id = u.id AND activity_type = 'Film Matching'), 0)
         AS `activity_breakdown.film_matching`,
       COALESCE((SELECT SUM(items) FROM by_type b WHERE b.employee_id = u.id AND activity_type = 'In Production'), 0)
         AS `activity_breakdown.in_production`,
       COALESCE((SELECT SUM(items) FROM by_type b WHERE b.employee_id = u.id AND activity_type = 'QC Passed'), 0)
         AS `activity_breakdown.qc_passed`,
       CASE WHEN utilization >= 70 THEN 'EFFICIENT' WHEN utilization >= 50 THEN 'NORMAL'
            WHEN utilization >= 30 THEN 'WATCH' ELSE 'IDLE' END AS status,
       CASE WHEN utilization >= 70 THEN '#10b981' WHEN utilization >= 50 THEN '#3b82f6'
            WHEN utilization >= 30 THEN '#f59e0b' ELSE '#ef4444' END AS status_color
FROM used u
ORDER BY CAST(name AS BINARY), id
