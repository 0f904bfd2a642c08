-- How many flags nobody has reviewed. Column names are the answer's fields.
SELECT COUNT(*) AS total FROM activity_flags WHERE is_reviewed = 0
