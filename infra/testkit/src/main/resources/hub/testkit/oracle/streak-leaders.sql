-- The five longest streaks at :now. Column names are the answer's fields.
WITH
@scores,
@streaks,
latest AS (
  SELECT employee_id, department, ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY window_start DESC, id DESC) AS n
  FROM activity_logs
  WHERE window_start >= DAY_START(:today) AND window_start < DAY_START(:today + INTERVAL 1 DAY)
)
SELECT e.id, e.name, st.days AS streak_days, COALESCE(s.items, 0) AS items_today,
       ROUND(COALESCE(s.points, 0), 2) AS points_today, COALESCE(l.department, 'Unknown') AS department
FROM employees e
JOIN streaks st ON st.employee_id = e.id AND st.days > 0
LEFT JOIN scores s ON s.employee_id = e.id AND s.d = :today
LEFT JOIN latest l ON l.employee_id = e.id AND l.n = 1
WHERE e.is_active = 1
ORDER BY streak_days DESC, points_today DESC, items_today DESC, e.id
LIMIT 5
