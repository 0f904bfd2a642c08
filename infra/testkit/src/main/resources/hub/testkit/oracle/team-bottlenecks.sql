-- What holds the team up. Column names are the answer's fields.
WITH
@team_findings
SELECT type, severity, value FROM findings ORDER BY n
