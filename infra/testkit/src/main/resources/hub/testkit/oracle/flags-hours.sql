-- Flags by the hour of a Chicago clock. Column names are the answer's fields.
SELECT HOUR(CENTRAL_TIME(created_at)) AS hour, COUNT(*) AS flags
FROM activity_flags
GROUP BY HOUR(CENTRAL_TIME(created_at))
ORDER BY 1
