-- The pay of active employees, by name. Column names are the answer's fields.
SELECT e.id, e.name,
       CASE WHEN p.pay_rate IS NOT NULL THEN p.pay_rate WHEN p.pay_type = 'salary' THEN 13.00 * 8 * 26 ELSE 13.00 END AS pay_rate,
       IF(p.pay_type = 'salary', 'salary', 'hourly') AS pay_type,
       DATE_FORMAT(p.effective_date, '%Y-%m-%d') AS effective_date, p.notes,
       CASE WHEN p.id IS NULL THEN NULL
            WHEN p.pay_type = 'salary' THEN ROUND(COALESCE(p.pay_rate, 13.00 * 8 * 26) / 26 / 8, 2)
            ELSE COALESCE(p.pay_rate, 13.00) END AS hourly_equivalent
FROM employees e
LEFT JOIN employee_payrates p ON p.employee_id = e.id
WHERE e.is_active = 1
ORDER BY CAST(e.name AS BINARY), e.id
