-- One row per employee and day of the range with a shift or items, or with a stored score.
person_days AS (
  SELECT k.employee_id, k.d,
         COALESCE(sc.items, 0) AS items, ROUND(COALESCE(sc.points, 0), 2) AS points,
         COALESCE(sh.shifts, 0) AS shifts, COALESCE(sh.minutes, 0) AS minutes, COALESCE(ac.minutes, 0) AS active,
         (sc.employee_id IS NOT NULL) AS has_score,
         (sh.employee_id IS NOT NULL OR COALESCE(sc.items, 0) > 0) AS worked
  FROM (SELECT employee_id, d FROM scores WHERE d BETWEEN :from AND :to
        UNION
        SELECT employee_id, d FROM shifts WHERE d BETWEEN :from AND :to) k
  LEFT JOIN scores sc ON sc.employee_id = k.employee_id AND sc.d = k.d
  LEFT JOIN shifts sh ON sh.employee_id = k.employee_id AND sh.d = k.d
  LEFT JOIN active ac ON ac.employee_id = k.employee_id AND ac.d = k.d
)
