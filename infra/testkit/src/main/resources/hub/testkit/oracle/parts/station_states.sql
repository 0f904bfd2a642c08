-- The five stations at :now, and those that hold the work up.
@flow,
seen AS (
  SELECT a.*, (a.window_start >= :now - INTERVAL 30 MINUTE) AS fresh, (a.window_start >= DAY_START(:today)) AS today,
         COALESCE(a.window_end, a.window_start) AS e
  FROM activity_logs a
  WHERE a.source = 'podfactory' AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)
    AND (a.window_start >= :now - INTERVAL 30 MINUTE OR a.window_start >= DAY_START(:today))
),
facts AS (
  SELECT f.n, f.name, f.activity_type,
         COUNT(DISTINCT IF(s.fresh, s.employee_id, NULL)) AS workers,
         2 * COALESCE(SUM(IF(s.fresh, s.items_count, 0)), 0) AS output,
         COALESCE(SUM(IF(s.today, s.items_count, 0)), 0) AS today_total,
         GREATEST(0, TIMESTAMPDIFF(MINUTE, MAX(s.e), :now)) AS since
  FROM flow f
  LEFT JOIN seen s ON s.activity_type = f.activity_type
  GROUP BY f.n, f.name, f.activity_type
),
station_rates AS (
  SELECT f.*, COALESCE(LAG(output) OVER (ORDER BY n), 0) AS input,
         IF(n = 1, 0, LAG(output) OVER (ORDER BY n) - output) AS growth,
         COALESCE(MAX(IF(workers > 0, n, 0)) OVER (), 0) > n AS passed_on
  FROM facts f
),
judged AS (
  SELECT r.*,
         CASE WHEN workers = 0 AND since IS NULL THEN IF(HOUR(CENTRAL_TIME(:now)) < 10, 'not_started', 'idle')
              WHEN workers = 0 AND since > 60 AND today_total > 100 AND passed_on THEN 'complete'
              WHEN workers = 0 AND since <= 30 THEN 'recently_stopped'
              WHEN workers = 0 THEN 'idle'
              WHEN output <= 0 AND since < 10 THEN 'warming_up'
              WHEN output <= 0 THEN 'critical'
              WHEN growth > 50 THEN 'bottleneck'
              WHEN growth > 20 THEN 'slow'
              WHEN output < 10 AND workers >= 3 THEN 'inefficient'
              ELSE 'flowing' END AS first_status
  FROM station_rates r
),
leveled AS (
  SELECT j.*, IF(n = 1 AND first_status = 'idle' AND today_total > 500, 'complete', first_status) AS status,
         FLOOR(GREATEST(0, growth) / 2) AS queue
  FROM judged j
),
station_states AS (
  SELECT l.*,
         CASE status WHEN 'not_started' THEN 'idle' WHEN 'idle' THEN 'idle' WHEN 'complete' THEN 'complete'
                     WHEN 'recently_stopped' THEN 'warning' WHEN 'warming_up' THEN 'normal' WHEN 'critical' THEN 'critical'
                     WHEN 'bottleneck' THEN 'critical' WHEN 'slow' THEN 'warning' WHEN 'inefficient' THEN 'warning'
                     ELSE 'good' END AS level
  FROM leveled l
),
held_up AS (
  SELECT s.*, ROW_NUMBER() OVER (ORDER BY growth DESC, n) AS place
  FROM station_states s
  WHERE level IN ('critical', 'warning') AND workers > 0 AND status <> 'warming_up'
)
