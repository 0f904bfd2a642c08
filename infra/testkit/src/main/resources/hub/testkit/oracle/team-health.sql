-- Column names are the answer's fields.
WITH
@team_findings,
@role_capacities,
parts AS (
  SELECT (SELECT rate FROM present WHERE staff > 0) AS attendance_rate, (SELECT efficiency FROM week) AS efficiency,
         (SELECT COUNT(*) FROM findings WHERE severity = 'high') AS high_bottlenecks,
         (SELECT utilization FROM capacity_of_all) AS utilization
),
health AS (
  SELECT p.*, ROUND(GREATEST(0, 100
           - COALESCE(GREATEST(0, 90 - attendance_rate) * 0.5, 0)
           - COALESCE(GREATEST(0, 70 - efficiency * 100) * 0.3, 0)
           - high_bottlenecks * 5
           - COALESCE(GREATEST(0, 70 - utilization) * 0.2, 0)), 1) AS health_score
  FROM parts p
)
SELECT health_score,
       CASE WHEN health_score >= 85 THEN 'excellent' WHEN health_score >= 70 THEN 'good' WHEN health_score >= 50
            THEN 'needs_attention' ELSE 'critical' END AS status,
       CASE WHEN health_score >= 85 THEN 'green' WHEN health_score >= 70 THEN 'yellow' WHEN health_score >= 50
            THEN 'orange' ELSE 'red' END AS color,
       attendance_rate, efficiency, high_bottlenecks, utilization
FROM health
