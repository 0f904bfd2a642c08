-- The departments of :today by points. Column names are the answer's fields.
WITH
teams AS (
  SELECT a.department, COUNT(DISTINCT a.employee_id) AS employees, COUNT(*) AS activities,
         SUM(COALESCE(a.items_count, 0)) AS items,
         CAST(SUM(COALESCE(a.items_count, 0) * COALESCE(r.multiplier, 0)) AS DECIMAL(30, 12)) AS points
  FROM activity_logs a
  LEFT JOIN role_configs r ON r.id = a.role_id
  WHERE a.window_start >= DAY_START(:today) AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)
    AND a.source = 'podfactory'
  GROUP BY a.department
),
ranked AS (
  SELECT t.*, ROW_NUMBER() OVER (ORDER BY points DESC, department) AS place, MAX(points) OVER () AS most FROM teams t
)
SELECT department, employees, items, ROUND(points, 1) AS points,
       ROUND(points / activities, 1) AS avg_points_per_activity, place AS `rank`,
       CASE department WHEN 'Heat Press' THEN '🔥' WHEN 'Packing' THEN '📦' WHEN 'Picking' THEN '🎯'
                       WHEN 'Labeling' THEN '🏷️' ELSE '📋' END AS icon,
       CASE place WHEN 1 THEN 'Leading' WHEN 2 THEN 'Chasing' ELSE 'Fighting' END AS status,
       CASE place WHEN 1 THEN 'gold' WHEN 2 THEN 'silver' ELSE 'bronze' END AS status_color,
       IF(place = 1, NULL, ROUND(most - points, 1)) AS behind_by
FROM ranked
ORDER BY place
