-- The team at a glance. Column names are the answer's fields.
WITH
wanted AS (SELECT NULL AS role_id),
@overview
