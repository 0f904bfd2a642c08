-- The refactoring plan's leaderboard (5.1), word for word but for the parameters' form: one statement for the whole answer.
WITH activity_aggregates AS (
    SELECT
        employee_id,
        activity_type,
        SUM(items_count) as total_items,
        ROW_NUMBER() OVER (PARTITION BY employee_id ORDER BY SUM(items_count) DESC) as rn
    FROM activity_logs
    WHERE window_start >= :start AND window_start <= :end
    AND source = 'podfactory'
    GROUP BY employee_id, activity_type
),
employee_activities AS (
    SELECT
        employee_id,
        GROUP_CONCAT(CONCAT(activity_type, ':', total_items) ORDER BY total_items DESC SEPARATOR '|')
            as activity_breakdown,
        MAX(CASE WHEN rn = 1 THEN activity_type END) as primary_activity
    FROM activity_aggregates
    GROUP BY employee_id
),
clock_aggregates AS (
    SELECT
        employee_id,
        SUM(total_minutes) as total_minutes,
        MAX(CASE WHEN clock_out IS NULL THEN 1 ELSE 0 END) as is_clocked_in
    FROM clock_times
    WHERE clock_in >= :start AND clock_in <= :end
    GROUP BY employee_id
)
SELECT
    e.id,
    e.name,
    e.current_streak,
    COALESCE(ds.items_processed, 0) as items_today,
    COALESCE(ds.points_earned, 0) as score,
    COALESCE(ct.total_minutes, 0) as total_minutes,
    COALESCE(ct.is_clocked_in, 0) as is_clocked_in,
    ea.activity_breakdown,
    COALESCE(rc.role_name, 'Unknown') as primary_department
FROM employees e
LEFT JOIN daily_scores ds ON ds.employee_id = e.id AND ds.score_date = :day
LEFT JOIN clock_aggregates ct ON ct.employee_id = e.id
LEFT JOIN employee_activities ea ON ea.employee_id = e.id
LEFT JOIN role_configs rc ON rc.id = (
    SELECT role_id FROM activity_logs
    WHERE employee_id = e.id
    AND window_start >= :start AND window_start <= :end
    GROUP BY role_id ORDER BY SUM(items_count) DESC LIMIT 1
)
WHERE e.is_active = 1
AND (ct.employee_id IS NOT NULL OR ds.items_processed > 0)
ORDER BY COALESCE(ds.points_earned, 0) DESC
