-- Column names are the answer's fields.
WITH
@pending
SELECT mapping_id, employee_id, employee_name, podfactory_email, podfactory_name, similarity_score, confidence_level,
       DATE_FORMAT(created, '%a, %d %b %Y %H:%i:%s GMT') AS created_at, recent_activity_count
FROM pending
ORDER BY similarity_score DESC, created DESC, mapping_id
