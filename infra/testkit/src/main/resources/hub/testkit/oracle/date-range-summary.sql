-- Everybody from :from to :to. Column names are the answer's fields.
WITH
@scores,
@shifts,
@active,
@days,
counted AS (SELECT * FROM person_days WHERE SCORE_DAY OR worked),
by_day AS (SELECT d, SUM(minutes > 0) AS people FROM counted GROUP BY d HAVING SUM(minutes > 0) > 0),
qc AS (
  SELECT COALESCE(SUM(items_count), 0) AS items
  FROM activity_logs
  WHERE window_start >= DAY_START(:from) AND window_start < DAY_START(:to + INTERVAL 1 DAY)
    AND source = 'podfactory' AND activity_type = 'QC Passed'
),
sums AS (SELECT COALESCE(SUM(minutes), 0) AS clocked, COALESCE(SUM(active), 0) AS active FROM counted)
SELECT (SELECT COUNT(DISTINCT employee_id) FROM person_days WHERE SCORE_DAY) AS total_employees,
       COALESCE((SELECT ROUND(CAST(SUM(people) AS DECIMAL(30, 12)) / COUNT(*), 1) FROM by_day), 0) AS avg_employees_per_day,
       qc.items AS total_items,
       ROUND(CAST(qc.items AS DECIMAL(30, 12)) / (DATEDIFF(:to, :from) + 1), 0) AS avg_items_per_day,
       COALESCE(ROUND(CAST(IF(sums.clocked > 0, sums.active, 0) * 100 AS DECIMAL(30, 12)) / NULLIF(sums.clocked, 0), 1), 0)
         AS avg_efficiency,
       ROUND(sums.clocked / 60, 1) AS total_clocked_hours,
       ROUND(sums.active / 60, 1) AS total_active_hours
FROM sums, qc
