-- Work by the hour of a Chicago clock, over the last seven days. Column names are the answer's fields.
WITH
@rates,
parts AS (
  SELECT 1 AS n, 'morning' AS shift, '06:00-14:00' AS hours UNION ALL SELECT 2, 'afternoon', '14:00-22:00'
  UNION ALL SELECT 3, 'night', '22:00-06:00'
),
work AS (
  SELECT CASE WHEN HOUR(CENTRAL_TIME(a.window_start)) BETWEEN 6 AND 13 THEN 1
              WHEN HOUR(CENTRAL_TIME(a.window_start)) BETWEEN 14 AND 21 THEN 2 ELSE 3 END AS n,
         a.employee_id, COALESCE(a.items_count, 0) AS items,
         COALESCE(s.rate, r.multiplier) AS multiplier
  FROM activity_logs a
  LEFT JOIN role_configs r ON r.id = a.role_id
  LEFT JOIN rates s ON s.d = CENTRAL_DATE(a.window_start) AND s.kind = 'role' AND s.subject_id = a.role_id
  WHERE COALESCE(s.rate, r.multiplier) IS NOT NULL AND a.source = 'podfactory' AND a.window_start >= DAY_START(:from)
    AND a.window_start < DAY_START(:to + INTERVAL 1 DAY)
)
SELECT p.shift, p.hours, COUNT(DISTINCT w.employee_id) AS employees, COALESCE(SUM(w.items), 0) AS items,
       COALESCE(ROUND(SUM(w.items * w.multiplier), 2), 0) AS points,
       IF((SELECT SUM(items) FROM work) > 0,
          ROUND(CAST(COALESCE(SUM(w.items), 0) AS DECIMAL(30, 12)) * 100 / (SELECT SUM(items) FROM work), 1), 0) AS items_share
FROM parts p
LEFT JOIN work w ON w.n = p.n
GROUP BY p.n, p.shift, p.hours
ORDER BY p.n
