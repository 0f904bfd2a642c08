-- What each employee did on one Central day, from :start until before :end, evaluated at :at (domain 4.1 and 4.2).
-- :frozen = 1: an item is worth what it was worth when the day was sealed; 0: what it is worth now.
WITH
shifts AS (
  SELECT employee_id, clock_in, clock_out, COALESCE(break_minutes, 0) AS breaks,
         -- A shift that is open for more than 16 hours was forgotten.
         COALESCE(clock_out, LEAST(CAST(:at AS DATETIME(6)), clock_in + INTERVAL 16 HOUR)) AS ends,
         ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY clock_in DESC, id DESC) AS from_last
    FROM clock_times
   WHERE clock_in >= :start AND clock_in < :end
),
clocked AS (
  SELECT employee_id, MIN(clock_in) AS first_in,
         SUM(GREATEST(0, TIMESTAMPDIFF(MINUTE, clock_in, ends)) - breaks) AS minutes,
         MAX(CASE WHEN from_last = 1 THEN ends END) AS last_end,
         MAX(CASE WHEN from_last = 1 AND clock_out IS NOT NULL THEN 1 ELSE 0 END) AS last_is_closed
    FROM shifts
   GROUP BY employee_id
),
windows AS (
  SELECT a.employee_id, COALESCE(a.items_count, 0) AS items, a.window_start,
         COALESCE(a.window_end, a.window_start) AS window_end,
         COALESCE(f.rate, r.multiplier, 0) AS multiplier,
         CASE WHEN r.role_type = 'batch' AND r.expected_per_hour > 0 THEN 1 ELSE 0 END AS paced,
         CASE WHEN r.role_type = 'batch' AND COALESCE(r.expected_per_hour, 0) <= 0 THEN 200
              -- items x 60 / expected x 1.05, multiplied before it is divided
              WHEN r.role_type = 'batch'
              THEN ROUND(CAST(COALESCE(a.items_count, 0) * 63 AS DECIMAL(30, 10)) / r.expected_per_hour, 10)
              ELSE COALESCE(r.idle_threshold_minutes, 5) END AS pause,
         ROW_NUMBER() OVER (PARTITION BY a.employee_id ORDER BY a.window_start, a.id) AS n,
         COUNT(*) OVER (PARTITION BY a.employee_id) AS total,
         LEAD(a.window_start) OVER (PARTITION BY a.employee_id ORDER BY a.window_start, a.id) AS next_start
    FROM activity_logs a
    LEFT JOIN role_configs r ON r.id = a.role_id
    LEFT JOIN hub_day_rates f ON :frozen = 1 AND f.score_date = :date AND f.kind = 'role' AND f.subject_id = a.role_id
   WHERE a.window_start >= :start AND a.window_start < :end
),
work AS (
  SELECT employee_id, SUM(items) AS items, SUM(items * multiplier) AS points,
         LEAST(10 * COUNT(*), SUM(GREATEST(0, TIMESTAMPDIFF(MINUTE, window_start, window_end)))) AS without_clock
    FROM windows
   GROUP BY employee_id
),
-- Pauses, and what of each is not idle.
pauses AS (
  SELECT w.employee_id, 0 AS n, c.first_in AS starts, w.window_start AS ends, 15 AS allowed
    FROM windows w JOIN clocked c ON c.employee_id = w.employee_id
   WHERE w.n = 1
  UNION ALL
  SELECT employee_id, n, window_end, next_start, CASE WHEN paced = 1 THEN GREATEST(pause, 3) ELSE pause END
    FROM windows
   WHERE next_start IS NOT NULL
  UNION ALL
  SELECT w.employee_id, w.n, w.window_end, c.last_end,
         CASE WHEN w.paced = 1 THEN GREATEST(w.pause, 5) ELSE w.pause END + 15 * c.last_is_closed
    FROM windows w JOIN clocked c ON c.employee_id = w.employee_id
   WHERE w.n = w.total
),
-- Only what lies inside shifts counts, in whole minutes per piece of a shift.
excess AS (
  SELECT p.employee_id, p.n,
         GREATEST(0, SUM(GREATEST(0, TIMESTAMPDIFF(MINUTE, GREATEST(p.starts, s.clock_in), LEAST(p.ends, s.ends))))
                     - MAX(p.allowed)) AS minutes
    FROM pauses p JOIN shifts s ON s.employee_id = p.employee_id
   GROUP BY p.employee_id, p.n
),
idle AS (
  SELECT employee_id, SUM(minutes) AS minutes FROM excess GROUP BY employee_id
),
people AS (
  SELECT employee_id FROM shifts
  UNION
  SELECT employee_id FROM windows
  UNION
  SELECT employee_id FROM daily_scores WHERE score_date = :date
),
figures AS (
  SELECT e.id AS employee_id, COALESCE(w.items, 0) AS items, COALESCE(w.points, 0) AS points,
         GREATEST(0, COALESCE(c.minutes, 0)) AS clocked,
         CASE WHEN w.employee_id IS NULL THEN 0
              WHEN c.employee_id IS NULL THEN w.without_clock
              ELSE GREATEST(0, FLOOR(c.minutes - COALESCE(i.minutes, 0))) END AS active
    FROM people p
    JOIN employees e ON e.id = p.employee_id
    LEFT JOIN work w ON w.employee_id = p.employee_id
    LEFT JOIN clocked c ON c.employee_id = p.employee_id
    LEFT JOIN idle i ON i.employee_id = p.employee_id
)
SELECT employee_id, items, ROUND(points, 2) AS points, active AS active_minutes, clocked AS clocked_minutes,
       CASE WHEN clocked > 0 THEN LEAST(1, ROUND(CAST(active AS DECIMAL(30, 10)) / clocked, 2)) ELSE 0 END AS efficiency
  FROM figures
 ORDER BY employee_id
