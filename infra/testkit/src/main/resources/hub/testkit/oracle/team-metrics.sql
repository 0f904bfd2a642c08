-- The team at :now, on :today. Column names are the answer's fields.
WITH
@shifts,
clocked AS (SELECT employee_id, COALESCE(minutes, 0) AS minutes, clocked_in FROM shifts WHERE d = :today),
work AS (
  SELECT a.department, a.employee_id, COALESCE(a.items_count, 0) AS items,
         COALESCE(a.items_count, 0) * COALESCE(r.multiplier, 0) AS points
  FROM activity_logs a
  LEFT JOIN role_configs r ON r.id = a.role_id
  WHERE a.window_start >= DAY_START(:today) AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)
    AND a.source = 'podfactory'
),
qc AS (
  SELECT COALESCE(SUM(IF(window_start >= DAY_START(:today), items_count, 0)), 0) AS today,
         COALESCE(SUM(IF(window_start < DAY_START(:today), items_count, 0)), 0) AS yesterday,
         COALESCE(SUM(IF(window_start < DAY_START(:today)
                         AND CENTRAL_TIME(window_start) <= CENTRAL_TIME(:now) - INTERVAL 1 DAY, items_count, 0)), 0) AS so_far
  FROM activity_logs
  WHERE window_start >= DAY_START(:today - INTERVAL 1 DAY) AND window_start < DAY_START(:today + INTERVAL 1 DAY)
    AND source = 'podfactory' AND activity_type = 'QC Passed'
),
teams AS (
  SELECT w.department, COUNT(*) AS people, SUM(w.items) AS items,
         SUM(COALESCE(c.minutes, 0)) AS minutes, SUM(COALESCE(c.minutes, 0) > 0) AS clocked
  FROM (SELECT department, employee_id, SUM(items) AS items FROM work GROUP BY department, employee_id) w
  LEFT JOIN clocked c ON c.employee_id = w.employee_id
  GROUP BY w.department
  HAVING SUM(w.items) > 0
),
expected AS (
  SELECT items,
         CAST(CASE WHEN clocked > 0 THEN minutes * people ELSE people * 480 END AS DECIMAL(40, 16))
           / CASE WHEN clocked > 0 THEN clocked ELSE 1 END / 60 * EXPECTED_PER_HOUR(department) AS wanted
  FROM teams
),
best AS (
  SELECT COALESCE(department, 'Unknown') AS department, points
  FROM (SELECT department, SUM(points) AS points FROM work GROUP BY department) d
  WHERE points > 0
  ORDER BY points DESC, d.department
  LIMIT 1
),
hours AS (SELECT COUNT(*) AS people, COALESCE(SUM(clocked_in), 0) AS active, COALESCE(SUM(minutes), 0) AS minutes FROM clocked)
SELECT hours.people AS total_employees, hours.people AS total_employees_today, hours.active AS active_employees,
       ROUND(hours.minutes / 60, 1) AS total_hours_worked,
       qc.today AS items_today, qc.today AS items_finished,
       ROUND(COALESCE((SELECT SUM(points) FROM work), 0), 1) AS points_today,
       COALESCE((SELECT ROUND(CAST(SUM(items) * 100 AS DECIMAL(30, 12)) / SUM(wanted), 1) FROM expected), 0) AS overall_efficiency,
       ROUND(CAST(qc.today * 60 AS DECIMAL(30, 12)) / GREATEST(hours.minutes, 60), 1) AS average_items_per_hour,
       3000 AS daily_goal,
       CASE WHEN qc.yesterday > 0
            THEN ROUND(CAST((qc.today - qc.yesterday) * 100 AS DECIMAL(30, 12)) / qc.yesterday, 1)
            WHEN qc.today = 0 THEN 0 ELSE 100 END AS vs_yesterday,
       CASE WHEN qc.so_far > 0
            THEN ROUND(CAST((qc.today - qc.so_far) * 100 AS DECIMAL(30, 12)) / qc.so_far, 1)
            WHEN qc.today = 0 THEN 0 ELSE 100 END AS vs_yesterday_same_time,
       COALESCE((SELECT department FROM best), 'None') AS top_department,
       ROUND(COALESCE((SELECT points FROM best), 0), 1) AS top_department_points
FROM hours, qc
