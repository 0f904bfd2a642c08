-- Everybody's streak at :now; the longest one that is told is the current one. Column names are the answer's fields.
WITH
@scores,
@streaks
SELECT employee_id AS id, COALESCE(days, 0) AS current_streak, COALESCE(days, 0) AS best_streak, 7 AS streak_goal
FROM streaks
ORDER BY employee_id
