-- Column names are the answer's fields.
WITH
@unmapped
SELECT id, name, email, connecteam_user_id, recent_clock_count
FROM unmapped
ORDER BY recent_clock_count DESC, CAST(name AS BINARY), id
