-- Column names are the answer's fields.
WITH
@pending,
@unmapped
SELECT (SELECT COUNT(*) FROM pending) AS pending_count, (SELECT COUNT(*) FROM unmapped) AS unmapped_connecteam_count
