@rates,
-- A row without a role counts in the items and earns nothing.
earned AS (
  SELECT a.employee_id, a.d, SUM(COALESCE(a.items_count, 0)) AS items,
         SUM(COALESCE(a.items_count, 0) * COALESCE(s.rate, r.multiplier, 0)) AS points
  FROM (SELECT l.*, CENTRAL_DATE(window_start) AS d FROM activity_logs l) a
  LEFT JOIN rates s ON s.d = a.d AND s.kind = 'role' AND s.subject_id = a.role_id
  LEFT JOIN role_configs r ON r.id = a.role_id
  GROUP BY a.employee_id, a.d
),
-- The stored row is the record once its day is over and it is final.
sealed AS (
  SELECT employee_id, score_date AS d,
         COALESCE(items_processed, 0) AS items, COALESCE(points_earned, 0) AS points
  FROM daily_scores
  WHERE is_finalized = 1 AND DAY_START(score_date + INTERVAL 1 DAY) <= :now
),
scores AS (
  SELECT employee_id, d, items, points FROM sealed
  UNION ALL
  SELECT e.employee_id, e.d, e.items, e.points
  FROM earned e
  LEFT JOIN sealed s ON s.employee_id = e.employee_id AND s.d = e.d
  WHERE s.employee_id IS NULL
)
