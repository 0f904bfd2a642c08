-- The stations of :today by code: those with a target, and wherever there was PodFactory work.
WITH codes AS (
  SELECT 'heat_press' AS code, 40 AS target, 2 AS needed UNION ALL SELECT 'qc', 45, 2 UNION ALL SELECT 'film', 133, 1
  UNION ALL SELECT 'picking', 200, 1 UNION ALL SELECT 'labeling', 200, 1
),
work AS (
  SELECT CASE activity_type WHEN 'In Production' THEN 'heat_press' WHEN 'QC Passed' THEN 'qc'
                            WHEN 'Film Matching' THEN 'film'
                            ELSE IF(COALESCE(CHAR_LENGTH(activity_type), 0) = 0, 'other',
                                    REPLACE(LOWER(activity_type), ' ', '_')) END AS code,
         employee_id, COALESCE(items_count, 0) AS items,
         IF(items_count > 0 AND window_end IS NOT NULL AND CHAR_LENGTH(activity_type) > 0,
            CAST(items_count * 60 AS DECIMAL(30, 12)) / GREATEST(6, TIMESTAMPDIFF(MINUTE, window_start, window_end)),
            NULL) AS rate
  FROM activity_logs
  WHERE window_start >= DAY_START(:today) AND window_start < DAY_START(:today + INTERVAL 1 DAY) AND source = 'podfactory'
),
stations AS (
  SELECT k.code, COUNT(DISTINCT w.employee_id) AS current_staff, COALESCE(MAX(c.needed), 1) AS needed,
         COALESCE(SUM(w.items), 0) AS output, COALESCE(MAX(c.target), 45) AS target,
         COALESCE(SUM(w.rate) / NULLIF(COUNT(w.rate), 0), 0) AS mean
  FROM (SELECT code FROM codes UNION SELECT code FROM work) k
  LEFT JOIN codes c ON c.code = k.code
  LEFT JOIN work w ON w.code = k.code
  GROUP BY k.code
)
SELECT code, current_staff, needed, output, LEAST(100, ROUND(ROUND(mean * 100 / target, 10), 0)) AS efficiency, target
FROM stations
ORDER BY CAST(code AS BINARY)
