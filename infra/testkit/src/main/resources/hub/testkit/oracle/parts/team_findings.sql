@team_days,
@team_idle,
week AS (
  SELECT IF(SUM(minutes) > 0, LEAST(1, ROUND(CAST(SUM(active) AS DECIMAL(30, 12)) / SUM(minutes), 2)), NULL) AS efficiency
  FROM scored WHERE d >= :to - INTERVAL 6 DAY
),
present AS (
  SELECT COUNT(*) AS staff, ROUND(SUM(there) * 100 / COUNT(*), 1) AS rate
  FROM (SELECT EXISTS (SELECT 1 FROM clock_times c WHERE c.employee_id = e.id
                         AND c.clock_in >= DAY_START(:today) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)) AS there
        FROM employees e WHERE e.is_active = 1) staff
),
-- The points of a day, in the week that is over and in the one before it.
weeks AS (
  SELECT SUM(IF(d >= :to - INTERVAL 7 DAY, points, 0)) AS last_points, SUM(d >= :to - INTERVAL 7 DAY) AS last_days,
         SUM(IF(d < :to - INTERVAL 7 DAY, points, 0)) AS before_points, SUM(d < :to - INTERVAL 7 DAY) AS before_days
  FROM (SELECT d, SUM(points) AS points FROM scored WHERE d BETWEEN :to - INTERVAL 14 DAY AND :to - INTERVAL 1 DAY GROUP BY d) days
),
decline AS (
  SELECT ROUND(CAST((last_points * before_days - before_points * last_days) * 100 AS DECIMAL(40, 12))
               / (before_points * last_days), 1) AS change_percent
  FROM weeks WHERE last_days > 0 AND before_points > 0
),
findings AS (
  SELECT 1 AS n, 'high_idle_rate' AS type, 'high' AS severity, (SELECT COUNT(*) FROM idle_staff) AS value
  FROM (SELECT 1 AS one) o WHERE (SELECT COUNT(*) FROM idle_staff) > 0
  UNION ALL SELECT 2, 'low_team_efficiency', 'medium', efficiency FROM week WHERE efficiency < 0.5
  UNION ALL SELECT 3, 'attendance_issues', 'high', 100 - rate FROM present WHERE staff > 0 AND 100 - rate > 20
  UNION ALL SELECT 4, 'declining_performance', 'medium', change_percent FROM decline WHERE change_percent < -15
)
