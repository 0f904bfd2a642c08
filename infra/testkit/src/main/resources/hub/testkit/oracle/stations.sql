-- The five stations at :now, in the order of the flow. Column names are the answer's fields.
WITH
@station_states
SELECT name, activity_type, workers, input AS input_rate, output AS output_rate, output AS items_per_hour,
       growth AS queue_growth, queue AS estimated_queue, status, level AS status_level,
       since AS minutes_since_last, today_total
FROM station_states
ORDER BY n
