-- What each station made in each hour, the newest first.
WITH
@flow_hours
SELECT hour, activity_type AS station, workers, items, ROUND(per_hour, 1) AS rate
FROM stations
ORDER BY hour DESC, n, activity_type
