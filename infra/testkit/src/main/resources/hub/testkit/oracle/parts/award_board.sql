@scores,
@streaks,
awarded AS (
  SELECT e.id, e.name, e.role_id, COALESCE(e.achievement_points, 0) AS total_points,
         COALESCE((SELECT SUM(a.points_awarded) FROM achievements a
                   WHERE a.employee_id = e.id AND a.earned_date <= :today
                     AND a.earned_date >= COALESCE((SELECT first_day FROM counted), a.earned_date)), 0) AS period_points,
         (SELECT COUNT(*) FROM achievements a WHERE a.employee_id = e.id) AS achievements_earned
  FROM employees e
  WHERE e.is_active = 1
),
ranked AS (
  SELECT w.*, ROW_NUMBER() OVER (ORDER BY period_points DESC, total_points DESC, id) AS place FROM awarded w
)
SELECT r.place AS `rank`, r.id AS employee_id, r.name, c.role_name AS role, r.period_points, r.total_points,
       st.days AS current_streak, r.achievements_earned,
       CASE WHEN r.total_points >= 5000 THEN 'diamond' WHEN r.total_points >= 2000 THEN 'platinum'
            WHEN r.total_points >= 1000 THEN 'gold' WHEN r.total_points >= 500 THEN 'silver'
            WHEN r.total_points >= 100 THEN 'bronze' ELSE 'none' END AS badge_level
FROM ranked r
LEFT JOIN role_configs c ON c.id = r.role_id
LEFT JOIN streaks st ON st.employee_id = r.id
WHERE r.place <= 10
ORDER BY r.place
