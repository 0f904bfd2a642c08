-- Active employees with items from :from to :to. Column names are the answer's fields.
WITH
@scores,
@shifts,
@active,
@days,
rows_by_department AS (
  SELECT employee_id, COALESCE(department, 'Unknown') AS department,
         ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY COUNT(*) DESC, COALESCE(department, 'Unknown')) AS n
  FROM activity_logs
  WHERE window_start >= DAY_START(:from) AND window_start < DAY_START(:to + INTERVAL 1 DAY)
  GROUP BY employee_id, COALESCE(department, 'Unknown')
),
totals AS (
  SELECT employee_id, COUNT(*) AS days_worked, SUM(items) AS total_items, SUM(points) AS points,
         SUM(items > 0) AS days, SUM(GREATEST(items, 0)) AS items,
         MAX(items) AS best_day, MIN(IF(items > 0, items, NULL)) AS worst_day
  FROM person_days
  WHERE SCORE_DAY
  GROUP BY employee_id
)
SELECT e.id, e.name, COALESCE(r.department, 'Unknown') AS department, t.days_worked, t.total_items,
       ROUND(t.points, 1) AS total_points,
       ROUND(CAST(t.items AS DECIMAL(30, 12)) / t.days, 1) AS avg_daily_items,
       t.best_day, t.worst_day,
       ROUND(GREATEST(0, 100 - CAST((t.best_day - t.worst_day) * 50 * t.days AS DECIMAL(30, 12)) / t.items), 1)
         AS consistency
FROM totals t
JOIN employees e ON e.id = t.employee_id AND e.is_active = 1
LEFT JOIN rows_by_department r ON r.employee_id = t.employee_id AND r.n = 1
WHERE t.total_items > 0
ORDER BY t.points DESC, t.total_items DESC, e.id
