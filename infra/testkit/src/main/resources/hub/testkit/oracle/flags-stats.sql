-- All flags. Column names are the answer's fields.
SELECT COUNT(*) AS total, COALESCE(SUM(is_reviewed <> 0), 0) AS reviewed, COALESCE(SUM(is_reviewed = 0), 0) AS unreviewed,
       COALESCE(SUM(created_at >= DAY_START(:today) AND created_at < DAY_START(:today + INTERVAL 1 DAY)), 0) AS flags_today
FROM activity_flags
