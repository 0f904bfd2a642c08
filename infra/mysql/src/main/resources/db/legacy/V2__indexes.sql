-- The indexes that the refactoring plan (section 2.4) found missing. Two of its six are served by keys of V1:
--   idx_clock_times_employee_date (employee_id, DATE(clock_in)) is not valid as written: MySQL wants an expression in
--   parentheses of its own and MariaDB has no expression indexes. unique_clock_in (employee_id, clock_in) answers the
--   same question on both when a day is asked for as a half-open range of clock_in.
--   idx_employee_payrates_employee (employee_id) would repeat unique_employee.

CREATE INDEX idx_daily_scores_date_points ON daily_scores (score_date, points_earned DESC);
CREATE INDEX idx_activity_logs_window_employee ON activity_logs (window_start, employee_id, activity_type);
CREATE INDEX idx_activity_logs_type_date ON activity_logs (activity_type, window_start, items_count);
CREATE INDEX idx_clock_times_clock_in_employee ON clock_times (clock_in, employee_id);
