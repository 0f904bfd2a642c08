-- Everybody's twenty latest windows that ended on :today. A window is minutes long, so it began yesterday at the earliest.
-- Column names are the answer's fields.
SELECT employee_id AS id, DATE_FORMAT(CENTRAL_TIME(e), '%H:%i') AS time, COALESCE(items_count, 0) AS items,
       CASE activity_type WHEN 'In Production' THEN 'Heat Press' WHEN 'QC Passed' THEN 'Shipping'
                          ELSE COALESCE(activity_type, 'Unknown') END AS station
FROM (
  SELECT a.*, COALESCE(window_end, window_start) AS e,
         ROW_NUMBER() OVER (PARTITION BY employee_id
           ORDER BY COALESCE(window_end, window_start) DESC, id DESC) AS n
  FROM activity_logs a
  WHERE window_start >= DAY_START(:today - INTERVAL 1 DAY) AND window_start < DAY_START(:today + INTERVAL 1 DAY)
    AND COALESCE(window_end, window_start) >= DAY_START(:today)
    AND COALESCE(window_end, window_start) < DAY_START(:today + INTERVAL 1 DAY)
) w
WHERE n <= 20
ORDER BY employee_id, n
