-- Column names are the answer's fields.
WITH
@team_findings
SELECT COUNT(*) AS high_count FROM findings WHERE severity = 'high'
