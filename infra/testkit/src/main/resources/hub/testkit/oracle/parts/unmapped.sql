-- Active people whom Connecteam knows and no mapping names, and how often they came in the last seven days.
unmapped AS (
  SELECT e.id, e.name, e.email, e.connecteam_user_id,
         (SELECT COUNT(*) FROM clock_times c
          WHERE c.employee_id = e.id AND c.clock_in >= DAY_START(:today - INTERVAL 6 DAY)
            AND c.clock_in < DAY_START(:today + INTERVAL 1 DAY)) AS recent_clock_count
  FROM employees e
  WHERE e.is_active = 1 AND CHAR_LENGTH(e.connecteam_user_id) > 0
    AND NOT EXISTS (SELECT 1 FROM employee_podfactory_mapping_v2 m WHERE m.employee_id = e.id)
)
