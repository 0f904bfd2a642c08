-- Everybody's awards, newest first, of the last eight days. All columns but the first are fields of the answer for that employee.
SELECT employee_id AS id, achievement_key, achievement_name, description, points_awarded, achievement_type,
       DATE_FORMAT(earned_date, '%Y-%m-%d') AS earned_date
FROM achievements
WHERE earned_date BETWEEN :today - INTERVAL 7 DAY AND :today
ORDER BY employee_id, achievements.earned_date DESC, achievements.id DESC
