-- The newest hundred of them. Column names are the answer's fields.
SELECT id, activity_log_id, flag_type, flag_reason, DATE_FORMAT(created_at, '%Y-%m-%dT%H:%i:%sZ') AS created_at
FROM activity_flags
WHERE is_reviewed = 0
ORDER BY activity_flags.created_at DESC, id DESC
LIMIT 100
