-- Everybody's fifty latest achievements. All columns but the first are fields of the answer for that employee.
SELECT employee_id AS id, achievement_key AS `key`, COALESCE(points_awarded, 0) AS points,
       DATE_FORMAT(CENTRAL_TIME(earned_at), '%Y-%m-%d %H:%i') AS earned_at
FROM (
  SELECT a.*, ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY a.earned_at DESC, id) AS n
  FROM employee_achievements a
) latest
WHERE n <= 50
ORDER BY employee_id, n
