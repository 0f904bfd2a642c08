-- Flags by their type. Column names are the answer's fields.
SELECT flag_type, COUNT(*) AS total, COALESCE(SUM(is_reviewed = 0), 0) AS unreviewed
FROM activity_flags
GROUP BY CAST(flag_type AS BINARY), flag_type
ORDER BY COUNT(*) DESC, CAST(flag_type AS BINARY)
