-- What each employee handled on :day, by activity in the page's order; PodFactory's rows only.
SELECT employee_id, activity_type, SUM(items_count) AS items
FROM activity_logs
WHERE window_start >= DAY_START(:day) AND window_start < DAY_START(:day + INTERVAL 1 DAY)
  AND source = 'podfactory' AND activity_type IS NOT NULL
GROUP BY employee_id, activity_type
HAVING SUM(items_count) > 0
ORDER BY employee_id,
         CASE activity_type WHEN 'Picking' THEN 1 WHEN 'Labeling' THEN 2 WHEN 'Film Matching' THEN 3
           WHEN 'In Production' THEN 4 WHEN 'QC Passed' THEN 5 ELSE 6 END,
         items DESC, CAST(activity_type AS BINARY)
