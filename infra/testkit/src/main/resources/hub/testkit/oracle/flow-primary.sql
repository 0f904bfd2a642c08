-- The station that holds the work up most at :now. Column names are the answer's fields.
WITH
@station_states
SELECT name AS station, level AS severity, growth AS queue_growth, workers, status
FROM held_up
WHERE place = 1
