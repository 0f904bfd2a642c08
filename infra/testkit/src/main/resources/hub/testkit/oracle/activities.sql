-- Everybody's ten latest windows of :today. Column names are the answer's fields.
SELECT employee_id AS id, activity_type AS type,
       CONCAT(COALESCE(items_count, 0), ' items', COALESCE(CONCAT(' - ', activity_type), '')) AS description,
       DATE_FORMAT(window_start, '%a, %d %b %Y %H:%i:%s GMT') AS timestamp
FROM (
  SELECT a.*, ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY window_start DESC, id DESC) AS n
  FROM activity_logs a
  WHERE window_start >= DAY_START(:today) AND window_start < DAY_START(:today + INTERVAL 1 DAY)
) w
WHERE n <= 10
ORDER BY employee_id, n
