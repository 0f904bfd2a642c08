@rates,
scores AS (
  SELECT employee_id, score_date AS d,
         COALESCE(items_processed, 0) AS items, COALESCE(points_earned, 0) AS points
  FROM daily_scores
)
