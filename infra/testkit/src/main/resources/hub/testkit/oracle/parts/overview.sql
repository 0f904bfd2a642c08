@team_days,
staff AS (
  SELECT e.id, e.is_new_employee, e.hire_date,
         EXISTS (SELECT 1 FROM clock_times c WHERE c.employee_id = e.id
                   AND c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)) AS present
  FROM employees e
  LEFT JOIN primary_roles pr ON pr.employee_id = e.id
  WHERE e.is_active = 1 AND ((SELECT role_id FROM wanted) IS NULL OR pr.role_id = (SELECT role_id FROM wanted))
),
worked_by AS (SELECT * FROM scored WHERE (SELECT role_id FROM wanted) IS NULL OR primary_role = (SELECT role_id FROM wanted))
SELECT (SELECT role_id FROM wanted) AS role_id, (SELECT COUNT(*) FROM staff) AS total_employees,
       (SELECT COALESCE(SUM(present), 0) FROM staff) AS present_today,
       (SELECT COALESCE(ROUND(SUM(present) * 100 / COUNT(*), 1), 0) FROM staff) AS attendance_rate,
       (SELECT COALESCE(SUM(is_new_employee <> 0), 0) FROM staff) AS new_employees,
       (SELECT ROUND(CAST(SUM(DATEDIFF(:today, hire_date)) AS DECIMAL(30, 12)) / COUNT(hire_date), 1) FROM staff) AS average_tenure_days,
       COALESCE(SUM(IF(d = :today, items, 0)), 0) AS items_today, COALESCE(SUM(IF(d = :today, points, 0)), 0) AS points_today,
       COALESCE(SUM(IF(d = :today, active, 0)), 0) AS active_minutes_today,
       IF(SUM(IF(d = :today, minutes, 0)) > 0,
          LEAST(1, ROUND(CAST(SUM(IF(d = :today, active, 0)) AS DECIMAL(30, 12)) / SUM(IF(d = :today, minutes, 0)), 2)), 0)
         AS efficiency_today,
       COALESCE(SUM(IF(d >= :today - INTERVAL 6 DAY, items, 0)), 0) AS items_week,
       COALESCE(SUM(IF(d >= :today - INTERVAL 6 DAY, points, 0)), 0) AS points_week,
       COALESCE(ROUND(CAST(SUM(IF(d >= :today - INTERVAL 6 DAY, points, 0)) AS DECIMAL(30, 12))
         / GREATEST(1, COUNT(DISTINCT IF(d >= :today - INTERVAL 6 DAY, d, NULL))), 2), 0) AS average_daily_points,
       COALESCE(SUM(IF(d >= DATE_FORMAT(:today, '%Y-%m-01'), items, 0)), 0) AS items_month,
       COALESCE(SUM(IF(d >= DATE_FORMAT(:today, '%Y-%m-01'), points, 0)), 0) AS points_month
FROM worked_by
