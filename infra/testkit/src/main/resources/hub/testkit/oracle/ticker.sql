-- What is worth cheering on :today, one line each.
WITH
@scores,
@streaks,
@shifts,
@active,
@days,
people AS (
  SELECT e.id, e.name, p.items, p.points, (SELECT minutes FROM shifts s WHERE s.employee_id = e.id AND s.d = :today) AS minutes
  FROM person_days p JOIN employees e ON e.id = p.employee_id AND e.is_active = 1
  WHERE SCORE_DAY
),
best AS (SELECT * FROM people WHERE points > 0 ORDER BY points DESC, items DESC, id LIMIT 1),
fast AS (
  SELECT p.*, ROUND(CAST(items * 60 AS DECIMAL(30, 12)) / minutes, 0) AS per_hour FROM people p WHERE minutes > 30
),
fastest AS (
  SELECT f.*, ROW_NUMBER() OVER (ORDER BY per_hour DESC, points DESC, items DESC, id) AS n FROM fast f WHERE per_hour >= 50
),
loyal AS (
  SELECT e.name, st.days,
         ROW_NUMBER() OVER (ORDER BY st.days DESC, ROUND(COALESCE(s.points, 0), 2) DESC, COALESCE(s.items, 0) DESC, e.id) AS n
  FROM employees e
  JOIN streaks st ON st.employee_id = e.id AND st.days >= 3
  LEFT JOIN scores s ON s.employee_id = e.id AND s.d = :today
  WHERE e.is_active = 1
),
qc AS (
  SELECT COALESCE(SUM(items_count), 0) AS items FROM activity_logs
  WHERE window_start >= DAY_START(:today) AND window_start < DAY_START(:today + INTERVAL 1 DAY)
    AND source = 'podfactory' AND activity_type = 'QC Passed'
),
growth AS (
  SELECT a.employee_id, a.window_start, a.id,
         SUM(COALESCE(a.items_count, 0)) OVER (PARTITION BY a.employee_id ORDER BY a.window_start, a.id
           ROWS UNBOUNDED PRECEDING) AS sum,
         SUM(COALESCE(a.items_count, 0)) OVER (PARTITION BY a.employee_id) AS total
  FROM activity_logs a
  WHERE a.window_start >= DAY_START(:today) AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)
),
-- When the sum first reached the threshold, as long as the whole day still has it.
crossings AS (
  SELECT g.employee_id, t.goal, MIN(g.window_start) AS at
  FROM growth g
  JOIN (SELECT 100 AS goal UNION ALL SELECT 250 UNION ALL SELECT 500) t ON g.sum >= t.goal AND g.total >= t.goal
  GROUP BY g.employee_id, t.goal
),
newest AS (
  SELECT e.name, c.goal, ROW_NUMBER() OVER (ORDER BY c.at DESC, c.goal DESC, e.id) AS n
  FROM crossings c JOIN employees e ON e.id = c.employee_id AND e.is_active = 1
)
SELECT line FROM (
  SELECT 1 AS part, 1 AS n, CONCAT('🏆 ', name, ' earned ', FLOOR(points), ' points today!') AS line FROM best
  UNION ALL SELECT 2, n, CONCAT('⚡ ', name, ' hit ', per_hour, ' items/hour!') FROM fastest WHERE n <= 3
  UNION ALL SELECT 3, n, CONCAT('🔥 ', name, ' on a ', days, '-day streak!') FROM loyal WHERE n <= 3
  UNION ALL SELECT 4, 1, CONCAT('📊 Team total: ', items, ' items QC passed today!') FROM qc WHERE items > 0
  UNION ALL SELECT 5, n, CASE goal WHEN 500 THEN CONCAT('🌟 ', name, ' crushed 500+ items today!')
                                   WHEN 250 THEN CONCAT('💪 ', name, ' hit 250 items!')
                                   ELSE CONCAT('🎉 ', name, ' reached 100 items!') END
            FROM newest WHERE n <= 2) ticker
ORDER BY part, n
