-- The sums of cost-people. Column names are the answer's fields.
WITH
@costs,
sums AS (
  SELECT COUNT(*) AS people, COALESCE(SUM(total_cost), 0) AS cost, COALESCE(SUM(active_cost), 0) AS active_cost,
         COALESCE(SUM(non_active_cost), 0) AS non_active_cost, COALESCE(SUM(items_processed), 0) AS items,
         COALESCE(SUM(clocked_hours), 0) AS clocked, COALESCE(SUM(active_hours), 0) AS active,
         COALESCE(SUM(non_active_hours), 0) AS non_active, COALESCE(SUM(minutes), 0) AS minutes,
         COALESCE(SUM(active), 0) AS active_minutes, COALESCE(CAST(SUM(hourly_rate) AS DECIMAL(30, 12)) / COUNT(*), 0) AS rate
  FROM cost_people
),
qc AS (SELECT COALESCE(SUM(items), 0) AS items FROM by_type WHERE activity_type = 'QC Passed')
SELECT 1 AS success, cost AS total_labor_cost, active_cost AS total_active_cost, non_active_cost AS total_non_active_cost,
       sums.items AS total_items, qc.items AS qc_passed_items, clocked AS total_clocked_hours,
       active AS total_active_hours, non_active AS total_non_active_hours,
       COALESCE(ROUND(CAST(IF(minutes > 0, active_minutes, 0) * 100 AS DECIMAL(30, 12)) / NULLIF(minutes, 0), 1), 0)
         AS overall_utilization,
       people AS active_employees, ROUND(rate, 2) AS avg_hourly_rate,
       IF(qc.items > 0, ROUND(cost / qc.items, 3), 0) AS avg_cost_per_item,
       IF(qc.items > 0, ROUND(active_cost / qc.items, 3), 0) AS avg_cost_per_item_active,
       ROUND(cost / (DATEDIFF(:to, :from) + 1), 2) AS daily_avg_cost,
       ROUND(CAST(sums.items AS DECIMAL(30, 12)) / (DATEDIFF(:to, :from) + 1), 0) AS daily_avg_items,
       (:from <> :to) AS is_range
FROM sums, qc
