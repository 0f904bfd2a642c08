streaks AS (
  SELECT id AS employee_id, current_streak AS days FROM employees
)
