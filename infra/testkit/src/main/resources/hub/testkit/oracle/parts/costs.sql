@scores,
@shifts,
@active,
@days,
-- One recorded rate per employee; the youngest where the schema lets in more.
pay AS (
  SELECT employee_id,
         IF(pay_type = 'salary', 'salary', 'hourly') AS pay_type,
         IF(pay_type = 'salary', ROUND(COALESCE(pay_rate, 13.00 * 8 * 26) / 26 / 8, 2), COALESCE(pay_rate, 13.00)) AS rate
  FROM (SELECT p.*, ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY id DESC) AS n FROM employee_payrates p) recorded
  WHERE n = 1
),
-- Each day is rounded before it is added, so a range costs what its days cost.
cost_days AS (
  SELECT pd.*, COALESCE(s.rate, p.rate, 13.00) AS rate, COALESCE(p.pay_type, 'hourly') AS pay_type,
         ROUND(pd.minutes / 60, 2) AS clocked_hours, ROUND(pd.active / 60, 2) AS active_hours,
         ROUND(GREATEST(0, pd.minutes - pd.active) / 60, 2) AS non_active_hours
  FROM person_days pd
  JOIN employees e ON e.id = pd.employee_id
  LEFT JOIN pay p ON p.employee_id = pd.employee_id
  LEFT JOIN rates s ON s.d = pd.d AND s.kind = 'employee' AND s.subject_id = pd.employee_id
  WHERE pd.worked AND (e.is_active = 1 OR DAY_START(pd.d + INTERVAL 1 DAY) <= :now)
),
by_type AS (
  SELECT a.employee_id, a.activity_type, SUM(a.items_count) AS items
  FROM activity_logs a
  JOIN cost_days c ON c.employee_id = a.employee_id AND c.d = CENTRAL_DATE(a.window_start)
  WHERE a.source = 'podfactory'
  GROUP BY a.employee_id, a.activity_type
),
cost_people AS (
  SELECT e.id, e.name, MAX(c.rate) AS hourly_rate, MAX(c.pay_type) AS pay_type,
         SUM(c.minutes) AS minutes, SUM(c.active) AS active,
         CAST(SUM(c.clocked_hours) AS DECIMAL(30, 12)) AS clocked_hours, SUM(c.shifts > 0) AS days_worked,
         SUM(c.active_hours) AS active_hours, SUM(c.non_active_hours) AS non_active_hours,
         SUM(c.items) AS items_processed, SUM(c.items > 0) AS active_days,
         CAST(SUM(ROUND(c.clocked_hours * c.rate, 2)) AS DECIMAL(30, 12)) AS total_cost,
         CAST(SUM(ROUND(c.active_hours * c.rate, 2)) AS DECIMAL(30, 12)) AS active_cost,
         CAST(SUM(ROUND((c.clocked_hours - c.active_hours) * c.rate, 2)) AS DECIMAL(30, 12)) AS non_active_cost
  FROM cost_days c
  JOIN employees e ON e.id = c.employee_id
  GROUP BY e.id, e.name
)
