-- Departments with items from :from to :to. Column names are the answer's fields.
SELECT COALESCE(department, 'Unknown') AS department,
       COUNT(DISTINCT CENTRAL_DATE(window_start)) AS active_days,
       COUNT(DISTINCT employee_id) AS unique_employees,
       SUM(COALESCE(items_count, 0)) AS total_items,
       ROUND(CAST(SUM(COALESCE(items_count, 0)) AS DECIMAL(30, 12)) / COUNT(*), 1) AS avg_items_per_activity
FROM activity_logs
WHERE window_start >= DAY_START(:from) AND window_start < DAY_START(:to + INTERVAL 1 DAY)
  AND source = 'podfactory'
GROUP BY COALESCE(department, 'Unknown')
HAVING SUM(COALESCE(items_count, 0)) > 0
ORDER BY total_items DESC, department
