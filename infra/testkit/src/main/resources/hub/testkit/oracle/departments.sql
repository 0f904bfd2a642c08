-- The departments of :day. SHIFT_MINUTES is what one shift counts: live at :now, or as stored.
WITH
work AS (
  SELECT department, employee_id, SUM(COALESCE(items_count, 0)) AS items
  FROM activity_logs
  WHERE window_start >= DAY_START(:day) AND window_start < DAY_START(:day + INTERVAL 1 DAY)
    AND source = 'podfactory'
  GROUP BY department, employee_id
),
clocked AS (
  SELECT employee_id, COALESCE(SUM(SHIFT_MINUTES), 0) AS minutes
  FROM clock_times
  WHERE clock_in >= DAY_START(:day) AND clock_in < DAY_START(:day + INTERVAL 1 DAY)
  GROUP BY employee_id
),
-- Someone who worked in two departments brings all hours to both.
teams AS (
  SELECT w.department, COUNT(*) AS people, SUM(w.items) AS items,
         SUM(COALESCE(c.minutes, 0)) AS minutes,
         SUM(COALESCE(c.minutes, 0) > 0) AS clocked
  FROM work w
  LEFT JOIN clocked c ON c.employee_id = w.employee_id
  GROUP BY w.department
  HAVING SUM(w.items) > 0
),
-- People without a shift count as the mean of those with one; if nobody has one, as eight hours each.
-- The minutes stay a fraction, used / parts, so that nothing is divided before the last step.
counted AS (
  SELECT department, people, clocked, items, minutes,
         CASE WHEN clocked > 0 THEN minutes * people ELSE people * 480 END AS used,
         CASE WHEN clocked > 0 THEN clocked ELSE 1 END AS parts
  FROM teams
),
listed AS (
  SELECT department, people, clocked, items, minutes, used, parts, 0 AS place FROM counted
  UNION ALL
  SELECT f.department, 0, 0, 0, 0, 1, 1, f.place
  FROM (SELECT 'Picking' AS department, 1 AS place
        UNION ALL SELECT 'Packing', 2
        UNION ALL SELECT 'Heat Press', 3
        UNION ALL SELECT 'Labeling', 4) f
  WHERE NOT EXISTS (SELECT 1 FROM counted c WHERE c.department = f.department)
),
expected AS (
  SELECT l.*, CAST(COALESCE(r.expected_per_hour, 60) AS DECIMAL(30, 12)) AS per_hour
  FROM listed l
  LEFT JOIN role_configs r
    ON r.id = CASE l.department
                WHEN 'Heat Press' THEN 1
                WHEN 'Packing' THEN 2
                WHEN 'Picking' THEN 3
                WHEN 'Labeling' THEN 4
                WHEN 'Film Matching' THEN 5
                ELSE (SELECT MIN(named.id) FROM role_configs named WHERE named.role_name = l.department)
              END
)
SELECT department, people, clocked, items,
       ROUND(minutes / 60, 2) AS total_hours,
       ROUND(items * 60 * 100 * parts / (used * per_hour), 1) AS efficiency,
       ROUND(items * 60 * 100 * parts / (used * per_hour), 1) - 100 AS vs_target,
       ROUND(per_hour / 60, 2) AS target_rate,
       ROUND(CAST(items * parts AS DECIMAL(30, 12)) / used, 2) AS avg_rate
FROM expected
ORDER BY place, items DESC, department
