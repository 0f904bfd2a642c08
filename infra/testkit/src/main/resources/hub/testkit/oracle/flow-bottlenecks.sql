-- The stations that hold the work up at :now, in the order of the flow. Column names are the answer's fields.
WITH
@station_states
SELECT name AS station, level AS severity, growth AS queue_growth, workers, status
FROM held_up
ORDER BY n
