-- The pickers at a glance. Column names are the answer's fields.
WITH
wanted AS (SELECT 3 AS role_id),
@overview
