-- Everybody's awards, counted. All columns but the first are fields of the answer for that employee.
WITH
@scores,
@streaks
SELECT e.id, e.id AS employee_id, e.name,
       (SELECT COUNT(*) FROM achievements a WHERE a.employee_id = e.id) AS total_achievements,
       COALESCE(e.achievement_points, 0) AS total_points, st.days AS current_streak,
       CASE WHEN COALESCE(e.achievement_points, 0) >= 5000 THEN 'diamond' WHEN e.achievement_points >= 2000 THEN 'platinum'
            WHEN e.achievement_points >= 1000 THEN 'gold' WHEN e.achievement_points >= 500 THEN 'silver'
            WHEN e.achievement_points >= 100 THEN 'bronze' ELSE 'none' END AS badge_level,
       12 AS available_achievements,
       ROUND((SELECT COUNT(DISTINCT a.achievement_key) FROM achievements a
              WHERE a.employee_id = e.id
                AND a.achievement_key IN ('daily_target_met', 'perfect_efficiency', 'early_bird', 'weekly_consistency',
                                          'improvement_week', 'streak_3', 'streak_7', 'streak_30', 'first_1000_points',
                                          'first_10000_points', 'team_player', 'zero_idle')) * 100 / 12, 1)
         AS completion_percentage
FROM employees e
LEFT JOIN streaks st ON st.employee_id = e.id
ORDER BY e.id
