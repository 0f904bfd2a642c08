-- What each employee handled on :day, by activity; PodFactory's rows only.
SELECT employee_id, activity_type, SUM(items_count) AS items
FROM activity_logs
WHERE window_start >= DAY_START(:day) AND window_start < DAY_START(:day + INTERVAL 1 DAY)
  AND source = 'podfactory' AND activity_type IS NOT NULL
GROUP BY employee_id, activity_type
HAVING SUM(items_count) > 0
