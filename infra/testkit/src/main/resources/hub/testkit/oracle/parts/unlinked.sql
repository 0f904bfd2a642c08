-- Active people whom Connecteam does not know, contractors excepted, and the rows of work of their last thirty days.
unlinked AS (
  SELECT e.id, e.name, e.email, 0 AS is_contractor,
         (SELECT GROUP_CONCAT(DISTINCT CAST(m.podfactory_email AS BINARY) ORDER BY CAST(m.podfactory_email AS BINARY) SEPARATOR ',')
          FROM employee_podfactory_mapping_v2 m WHERE m.employee_id = e.id AND m.is_verified = 1) AS emails,
         (SELECT COUNT(*) FROM activity_logs a
          WHERE a.employee_id = e.id AND a.window_start >= DAY_START(:today - INTERVAL 29 DAY)
            AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)) AS recent_activity_count,
         LOWER(e.name) REGEXP
           'admin|factory|presser|labeler|picker|printer|production|quality|shipper|test|worker|control' AS sounds
  FROM employees e
  WHERE e.is_active = 1 AND COALESCE(CHAR_LENGTH(e.connecteam_user_id), 0) = 0 AND e.is_contractor = 0
)
