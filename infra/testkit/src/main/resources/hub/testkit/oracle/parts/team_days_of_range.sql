@scores,
@shifts,
@active,
@days,
-- The existing role with the most items within the days from :from to :to, of all sources.
primary_roles AS (
  SELECT employee_id, role_id
  FROM (SELECT a.employee_id, a.role_id,
               ROW_NUMBER() OVER (PARTITION BY a.employee_id
                                  ORDER BY SUM(COALESCE(a.items_count, 0)) DESC, a.role_id) AS n
        FROM activity_logs a
        JOIN role_configs r ON r.id = a.role_id
        WHERE a.window_start >= DAY_START(:from) AND a.window_start < DAY_START(:to + INTERVAL 1 DAY)
        GROUP BY a.employee_id, a.role_id) ranked
  WHERE n = 1
),
scored AS (
  SELECT p.*, pr.role_id AS primary_role
  FROM person_days p
  LEFT JOIN primary_roles pr ON pr.employee_id = p.employee_id
  WHERE SCORE_DAY
)
