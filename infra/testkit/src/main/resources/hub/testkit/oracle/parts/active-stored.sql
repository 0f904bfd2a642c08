active AS (
  SELECT employee_id, score_date AS d, COALESCE(active_minutes, 0) AS minutes FROM daily_scores
)
