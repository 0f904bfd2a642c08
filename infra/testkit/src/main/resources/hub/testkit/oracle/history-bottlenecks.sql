-- Where the station before was faster by more than a fifth, the newest hour first.
WITH
@flow_hours
SELECT s.hour, s.name AS station, ROUND(b.per_hour - s.per_hour, 1) AS backup_rate
FROM stations s
JOIN stations b ON b.hour = s.hour AND b.n = s.n - 1
WHERE s.name IS NOT NULL AND b.per_hour > 1.2 * s.per_hour
ORDER BY s.hour DESC, s.n
