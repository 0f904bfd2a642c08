-- Everybody's awards, newest first. All columns but the first are fields of the answer for that employee.
SELECT employee_id AS id, achievement_key, achievement_name, description, points_awarded, achievement_type,
       DATE_FORMAT(earned_date, '%Y-%m-%d') AS earned_date
FROM achievements
ORDER BY employee_id, achievements.earned_date DESC, achievements.id DESC
