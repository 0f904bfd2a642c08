-- The departments of :day, where the hours of who worked in several are split by the time of the windows in each, or by
-- their number if none of them has a length. Who is clocked stays so where none of it counts. Column names are the answer's fields.
WITH
work AS (
  SELECT department, employee_id, SUM(COALESCE(items_count, 0)) AS items, COUNT(*) AS windows,
         SUM(GREATEST(0, COALESCE(TIMESTAMPDIFF(SECOND, window_start, window_end), 0))) AS seconds
  FROM activity_logs
  WHERE window_start >= DAY_START(:day) AND window_start < DAY_START(:day + INTERVAL 1 DAY)
    AND source = 'podfactory'
  GROUP BY department, employee_id
),
shares AS (
  SELECT w.department, w.items, COALESCE(c.minutes, 0) > 0 AS clocked,
         COALESCE(CASE WHEN p.seconds > 0 THEN CAST(c.minutes * w.seconds AS DECIMAL(50, 20)) / p.seconds
                       ELSE CAST(c.minutes * w.windows AS DECIMAL(50, 20)) / p.windows END, 0) AS minutes
  FROM work w
  JOIN (SELECT employee_id, SUM(seconds) AS seconds, SUM(windows) AS windows FROM work GROUP BY employee_id) p
    ON p.employee_id = w.employee_id
  LEFT JOIN (
    SELECT employee_id, COALESCE(SUM(SHIFT_MINUTES), 0) AS minutes
    FROM clock_times
    WHERE clock_in >= DAY_START(:day) AND clock_in < DAY_START(:day + INTERVAL 1 DAY)
    GROUP BY employee_id
  ) c ON c.employee_id = w.employee_id
),
teams AS (
  SELECT department, COUNT(*) AS people, SUM(items) AS items, SUM(minutes) AS minutes, SUM(clocked) AS clocked
  FROM shares
  GROUP BY department
  HAVING SUM(items) > 0
),
listed AS (
  SELECT department, people, clocked, items, minutes,
         CAST(CASE WHEN minutes > 0 THEN minutes * people / clocked ELSE people * 480 END AS DECIMAL(50, 20)) AS used, 0 AS place
  FROM teams
  UNION ALL
  SELECT f.department, 0, 0, 0, 0, 1, f.place
  FROM (SELECT 'Picking' AS department, 1 AS place
        UNION ALL SELECT 'Packing', 2
        UNION ALL SELECT 'Heat Press', 3
        UNION ALL SELECT 'Labeling', 4) f
  WHERE NOT EXISTS (SELECT 1 FROM teams t WHERE t.department = f.department)
),
-- Shares may fall a hair short of a half: eight digits are told apart, no more.
rated AS (
  SELECT l.*, EXPECTED_PER_HOUR(department) AS per_hour,
         ROUND(ROUND(CAST(items * 6000 AS DECIMAL(40, 12)) / (used * EXPECTED_PER_HOUR(department)), 8), 1) AS efficiency
  FROM listed l
)
SELECT department AS department_name, department AS name, people AS employee_count, clocked AS clocked_employees,
       items AS total_items, ROUND(ROUND(minutes / 60, 8), 2) AS total_hours, efficiency, efficiency - 100 AS vs_target,
       ROUND(per_hour / 60, 2) AS target_rate,
       ROUND(ROUND(CAST(items AS DECIMAL(40, 12)) / used, 8), 2) AS avg_rate
FROM rated
ORDER BY place, items DESC, department
