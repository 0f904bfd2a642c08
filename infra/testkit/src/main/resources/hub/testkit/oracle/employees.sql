-- Everybody, by name, with their PodFactory addresses. Column names are the answer's fields.
SELECT e.id, e.name, e.email, e.connecteam_user_id, (e.is_active <> 0) AS is_active, NULL AS has_pin,
       (SELECT GROUP_CONCAT(m.podfactory_email ORDER BY CAST(m.podfactory_email AS BINARY) SEPARATOR ',')
        FROM employee_podfactory_mapping_v2 m WHERE m.employee_id = e.id) AS podfactory_emails
FROM employees e
ORDER BY CAST(e.name AS BINARY), e.id
