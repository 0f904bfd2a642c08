-- The mappings of active people that nobody has confirmed, and the rows of work of their last seven days.
pending AS (
  SELECT m.id AS mapping_id, m.employee_id, e.name AS employee_name, e.connecteam_user_id, m.podfactory_email,
         m.podfactory_name, m.similarity_score, m.confidence_level, m.created_at AS created,
         (SELECT COUNT(*) FROM activity_logs a
          WHERE a.employee_id = m.employee_id AND a.window_start >= DAY_START(:today - INTERVAL 6 DAY)
            AND a.window_start < DAY_START(:today + INTERVAL 1 DAY)) AS recent_activity_count
  FROM employee_podfactory_mapping_v2 m
  JOIN employees e ON e.id = m.employee_id
  WHERE m.is_verified = 0 AND e.is_active = 1
)
