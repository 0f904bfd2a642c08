worked AS (
  SELECT employee_id, d, ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY d) AS n
  FROM scores
  WHERE points > 0 AND d <= :day
),
-- Within a run of consecutive days, date minus ordinal is one and the same date.
runs AS (
  SELECT employee_id, MAX(d) AS last_day, COUNT(*) AS days
  FROM worked
  GROUP BY employee_id, d - INTERVAL n DAY
),
-- The run that ends on :day, or the day before while :day is open.
streaks AS (
  SELECT e.id AS employee_id, COALESCE(MAX(r.days), 0) AS days
  FROM employees e
  LEFT JOIN runs r ON r.employee_id = e.id
    AND (r.last_day = :day
         OR (r.last_day = :day - INTERVAL 1 DAY AND :now < DAY_START(:day + INTERVAL 1 DAY)))
  GROUP BY e.id
)
