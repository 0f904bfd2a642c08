package hub.scheduler.week;

import hub.projections.time.CentralDay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Who is idle, by SQL alone (domain 4.3): the judge of {@code check-idle}. For the hours in which people may be idle. */
final class ReferenceIdle {

    private static final String IDLE = """
            SELECT employee_id, since, IF(2 * minutes > 3 * allowed, 'critical', 'warning') AS severity
              FROM (SELECT employee_id, since, allowed, TIMESTAMPDIFF(MINUTE, since, ?) AS minutes
                      FROM (SELECT c.employee_id,
                                   CASE WHEN COALESCE(a.window_end, a.window_start) >= c.clock_in
                                        THEN COALESCE(a.window_end, a.window_start) ELSE c.clock_in END AS since,
                                   CASE WHEN a.id IS NULL OR COALESCE(a.window_end, a.window_start) < c.clock_in
                                        THEN COALESCE((SELECT p.idle_threshold_minutes FROM role_configs p WHERE p.id = 3), 5)
                                        WHEN r.role_type = 'batch' AND COALESCE(r.expected_per_hour, 0) <= 0 THEN 200
                                        WHEN r.role_type = 'batch'
                                        THEN GREATEST(3, FLOOR(COALESCE(a.items_count, 0) * 63 / r.expected_per_hour))
                                        ELSE COALESCE(r.idle_threshold_minutes, 5) END AS allowed
                              FROM clock_times c
                              JOIN employees e ON e.id = c.employee_id AND e.is_active = 1
                              LEFT JOIN activity_logs a ON a.id =
                                   (SELECT b.id FROM activity_logs b
                                     WHERE b.employee_id = c.employee_id AND b.window_start >= ? AND b.window_start < ?
                                     ORDER BY COALESCE(b.window_end, b.window_start) DESC, b.id DESC LIMIT 1)
                              LEFT JOIN role_configs r ON r.id = a.role_id
                             WHERE c.clock_in >= ? AND c.clock_in <= ? AND c.clock_out IS NULL
                               AND TIMESTAMPDIFF(SECOND, c.clock_in, ?) < 16 * 3600
                               AND NOT EXISTS (SELECT 1 FROM clock_times n
                                                WHERE n.employee_id = c.employee_id AND n.clock_in <= ?
                                                  AND (n.clock_in > c.clock_in OR n.clock_in = c.clock_in AND n.id > c.id))
                           ) AS present) AS pauses
             WHERE minutes > allowed
             ORDER BY employee_id, since
            """;

    private ReferenceIdle() {}

    /** Who, since when, and how bad it is; by employee. */
    static List<String> at(Connection connection, Instant now) throws SQLException {
        CentralDay day = CentralDay.of(now);
        Instant[] values = {now, day.start(), day.end(), day.start(), now, now, now};
        List<String> idle = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(IDLE)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, LocalDateTime.ofInstant(values[i], ZoneOffset.UTC));
            }
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    idle.add(text(row));
                }
            }
        }
        return idle;
    }

    static String text(ResultSet row) throws SQLException {
        return row.getLong("employee_id") + " since " + row.getObject("since", LocalDateTime.class) + " "
                + row.getString("severity");
    }
}
