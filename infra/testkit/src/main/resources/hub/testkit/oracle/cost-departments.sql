-- What the windows of each department from :from to :to cost. Column names are the answer's fields.
WITH
@costs,
work AS (
  SELECT a.department, a.employee_id, CENTRAL_DATE(a.window_start) AS d, COALESCE(a.items_count, 0) AS items,
         GREATEST(0, COALESCE(TIMESTAMPDIFF(SECOND, a.window_start, a.window_end), 0))
           * COALESCE(s.rate, p.rate, 13.00) AS second_dollars
  FROM activity_logs a
  LEFT JOIN pay p ON p.employee_id = a.employee_id
  LEFT JOIN rates s ON s.d = CENTRAL_DATE(a.window_start) AND s.kind = 'employee' AND s.subject_id = a.employee_id
  WHERE a.window_start >= DAY_START(:from) AND a.window_start < DAY_START(:to + INTERVAL 1 DAY)
    AND a.source = 'podfactory'
),
by_day AS (
  SELECT department, d, ROUND(CAST(SUM(second_dollars) AS DECIMAL(30, 12)) / 3600, 2) AS cost FROM work GROUP BY department, d
)
SELECT w.department, COUNT(DISTINCT w.employee_id) AS employee_count, COUNT(DISTINCT w.d) AS days_active,
       SUM(w.items) AS items_processed,
       (SELECT SUM(cost) FROM by_day b WHERE b.department <=> w.department) AS total_cost
FROM work w
GROUP BY w.department
ORDER BY total_cost DESC, w.department
