-- The ten best of :to and how they moved since :from, the day before. Column names are the answer's fields.
WITH
@scores,
@streaks,
@shifts,
@active,
@days,
yesterday AS (
  SELECT employee_id, ROW_NUMBER() OVER (ORDER BY points DESC, items DESC, employee_id) AS place
  FROM person_days
  WHERE d = :from AND SCORE_DAY
),
today AS (
  SELECT e.id, e.name, p.items, p.points,
         ROW_NUMBER() OVER (ORDER BY p.points DESC, p.items DESC, e.id) AS place,
         LAG(p.points) OVER (ORDER BY p.points DESC, p.items DESC, e.id) AS above,
         (SELECT minutes FROM shifts s WHERE s.employee_id = e.id AND s.d = :to) AS minutes
  FROM person_days p
  JOIN employees e ON e.id = p.employee_id AND e.is_active = 1
  WHERE p.d = :to AND SCORE_DAY AND p.points > 0
),
moved AS (
  SELECT t.*, y.place AS y, st.days AS streak,
         IF(t.minutes > 0, ROUND(CAST(t.items * 60 AS DECIMAL(30, 12)) / t.minutes, 1), 0) AS per_hour,
         CASE WHEN y.place IS NULL THEN 'new' WHEN y.place > t.place THEN 'up'
              WHEN y.place < t.place THEN 'down' ELSE 'same' END AS movement,
         COALESCE(ABS(CAST(y.place AS SIGNED) - CAST(t.place AS SIGNED)), 0) AS positions,
         CASE WHEN t.points < 100 THEN 100 WHEN t.points < 250 THEN 250 WHEN t.points < 500 THEN 500
              WHEN t.points < 750 THEN 750 WHEN t.points < 1000 THEN 1000 WHEN t.points < 1500 THEN 1500
              ELSE 2000 END AS milestone
  FROM today t
  LEFT JOIN yesterday y ON y.employee_id = t.id
  LEFT JOIN streaks st ON st.employee_id = t.id
)
SELECT id, name, items AS items_processed, points AS points_earned, ROUND(minutes / 60, 1) AS hours_worked,
       streak AS current_streak, place AS current_rank, above AS prev_points,
       per_hour AS items_per_minute, per_hour AS items_per_hour,
       COALESCE(y, 999) AS yesterday_rank, movement, positions AS positions_moved,
       CASE place WHEN 1 THEN '🥇' WHEN 2 THEN '🥈' WHEN 3 THEN '🥉' ELSE CONCAT('#', place) END AS rank_display,
       CASE WHEN place = 1 THEN '👑 Champion' WHEN place = 2 THEN '⚡ Lightning Fast' WHEN place = 3 THEN '🌟 Rising Star'
            WHEN streak >= 5 THEN CONCAT('🔥 ', streak, '-day streak!')
            WHEN movement = 'up' THEN CONCAT('📈 Up ', positions, ' spots!')
            WHEN items >= 500 THEN '💪 Powerhouse' WHEN per_hour > 20 THEN '⚡ Speed Demon'
            ELSE '💯 Team Player' END AS badge,
       CASE movement WHEN 'new' THEN 'NEW' WHEN 'up' THEN CONCAT('↑', positions) WHEN 'down' THEN CONCAT('↓', positions)
                     ELSE '-' END AS movement_icon,
       CASE movement WHEN 'new' THEN 'blue' WHEN 'up' THEN 'green' WHEN 'down' THEN 'red' ELSE 'gray' END AS movement_color,
       milestone AS next_milestone,
       LEAST(100, ROUND(CAST(points * 100 AS DECIMAL(30, 12)) / milestone, 1)) AS milestone_progress
FROM moved
ORDER BY place
LIMIT 10
