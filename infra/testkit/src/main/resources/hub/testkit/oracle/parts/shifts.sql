-- Each employee's shifts by the Central day of their clock-in; SHIFT_MINUTES is what one counts.
shifts AS (
  SELECT employee_id, CENTRAL_DATE(clock_in) AS d, COUNT(*) AS shifts,
         SUM(SHIFT_MINUTES) AS minutes, MAX(SHIFT_RUNS) AS clocked_in
  FROM clock_times
  GROUP BY employee_id, d
)
