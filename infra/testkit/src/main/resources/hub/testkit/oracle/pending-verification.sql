-- Column names are the answer's fields.
WITH
@pending
SELECT mapping_id, employee_id, employee_name, connecteam_user_id, podfactory_email, podfactory_name, similarity_score,
       confidence_level, DATE_FORMAT(created, '%Y-%m-%dT%H:%i:%sZ') AS created_at, recent_activity_count
FROM pending
ORDER BY created DESC, mapping_id
