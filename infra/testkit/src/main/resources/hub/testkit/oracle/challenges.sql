-- The challenges that are on :today. Column names are the answer's fields.
SELECT t.id, t.role_id, r.role_name AS role, t.challenge_type, t.challenge_name, t.description, t.target_value, t.current_value,
       IF(t.target_value > 0, ROUND(COALESCE(t.current_value, 0) * 100 / t.target_value, 1), NULL) AS progress,
       DATE_FORMAT(t.start_date, '%Y-%m-%d') AS start_date, DATE_FORMAT(t.end_date, '%Y-%m-%d') AS end_date,
       DATEDIFF(t.end_date, :today) + 1 AS days_remaining, t.reward_points,
       (SELECT COUNT(DISTINCT p.employee_id) FROM challenge_participants p WHERE p.challenge_id = t.id) AS participants
FROM team_challenges t
LEFT JOIN role_configs r ON r.id = t.role_id
WHERE t.is_active = 1 AND (t.start_date IS NULL OR t.start_date <= :today) AND (t.end_date IS NULL OR t.end_date >= :today)
ORDER BY t.end_date IS NULL, t.end_date, t.id
