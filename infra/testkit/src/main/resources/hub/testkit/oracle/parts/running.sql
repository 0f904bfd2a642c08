-- Who is at work, since when: the later of two open shifts of one person, of today or yesterday.
running AS (
  SELECT c.employee_id, e.name, c.clock_in AS began, COALESCE(SHIFT_MINUTES, 0) AS minutes,
         ROW_NUMBER() OVER (PARTITION BY c.employee_id ORDER BY c.clock_in DESC) AS n
  FROM clock_times c
  JOIN employees e ON e.id = c.employee_id
  WHERE c.clock_in >= DAY_START(:today - INTERVAL 1 DAY) AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)
    AND SHIFT_RUNS
)
