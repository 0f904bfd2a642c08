-- The work of active people in the seven days that are over, by the role in which they worked most lately.
done AS (
  SELECT s.primary_role, s.d, s.items
  FROM scored s
  JOIN employees e ON e.id = s.employee_id AND e.is_active = 1
  WHERE s.primary_role IS NOT NULL AND s.d BETWEEN :to - INTERVAL 7 DAY AND :to - INTERVAL 1 DAY
),
work_days AS (SELECT COUNT(DISTINCT d) AS n FROM done),
role_capacities AS (
  SELECT r.id, r.role_name, r.expected_per_hour, people.n AS employees,
         IF(r.expected_per_hour > 0, people.n * r.expected_per_hour * 8, NULL) AS capacity,
         COALESCE((SELECT SUM(items) FROM done WHERE done.primary_role = r.id), 0) AS items
  FROM role_configs r
  JOIN (SELECT c.id, COUNT(e.id) AS n
        FROM role_configs c
        LEFT JOIN primary_roles p ON p.role_id = c.id
        LEFT JOIN employees e ON e.id = p.employee_id AND e.is_active = 1
        GROUP BY c.id) people ON people.id = r.id
),
capacity_rows AS (
  SELECT c.*, ROUND(CAST(items AS DECIMAL(30, 12)) / GREATEST(1, w.n), 2) AS average_daily_items,
         IF(w.n > 0 AND capacity > 0, ROUND(CAST(items * 100 AS DECIMAL(30, 12)) / (capacity * w.n), 1), NULL) AS utilization
  FROM role_capacities c, work_days w
),
capacity_of_all AS (
  SELECT w.n AS work_days, SUM(employees) AS employees, COALESCE(SUM(capacity), 0) AS capacity,
         ROUND(CAST(SUM(IF(capacity IS NULL, 0, items)) AS DECIMAL(30, 12)) / GREATEST(1, w.n), 2) AS average_daily_items,
         IF(w.n > 0 AND SUM(capacity) > 0,
            ROUND(CAST(SUM(IF(capacity IS NULL, 0, items)) * 100 AS DECIMAL(30, 12)) / (SUM(capacity) * w.n), 1),
            NULL) AS utilization
  FROM role_capacities, work_days w
  GROUP BY w.n
)
