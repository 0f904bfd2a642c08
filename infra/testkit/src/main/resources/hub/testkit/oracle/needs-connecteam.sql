-- Column names are the answer's fields.
WITH
@unlinked
SELECT id, name, email, is_contractor, CONVERT(emails USING utf8mb4) AS podfactory_emails, recent_activity_count,
       sounds AS is_system_account, IF(sounds, 'system', 'needs_linking') AS category
FROM unlinked
ORDER BY recent_activity_count DESC, CAST(name AS BINARY), id
