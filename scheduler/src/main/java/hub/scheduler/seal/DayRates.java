package hub.scheduler.seal;

import hub.scheduler.run.NamedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;

/** {@code hub_day_rates}: what an item and an hour are worth on one Central day. */
final class DayRates {

    /** Points per item of every role; dollars per hour of everybody in the day's record (domain 4.7). */
    private static final NamedSql CURRENT = new NamedSql("""
            SELECT 'role' AS kind, id AS subject_id, multiplier AS rate FROM role_configs
            UNION ALL
            SELECT 'employee', s.employee_id,
                   CASE WHEN CONVERT(p.pay_type USING utf8mb4) COLLATE utf8mb4_bin = 'salary'
                        THEN ROUND(COALESCE(p.pay_rate, 13 * 26 * 8) / (26 * 8), 2)
                        ELSE COALESCE(p.pay_rate, 13) END
              FROM daily_scores s
              LEFT JOIN employee_payrates p
                     ON p.id = (SELECT MAX(y.id) FROM employee_payrates y WHERE y.employee_id = s.employee_id)
             WHERE s.score_date = :date
            """);

    private static final String INSERT = "INSERT INTO hub_day_rates (score_date, kind, subject_id, rate)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE rate = ";

    private DayRates() {}

    /** Records what they are now. */
    static void replace(Connection connection, LocalDate date) throws SQLException {
        record(connection, date, INSERT + "VALUES(rate)");
    }

    /** Records what they are now of whom nothing is recorded; the rest stays. */
    static void addMissing(Connection connection, LocalDate date) throws SQLException {
        record(connection, date, INSERT + "rate");
    }

    private static void record(Connection connection, LocalDate date, String insert) throws SQLException {
        try (PreparedStatement read = CURRENT.prepare(connection, Map.of("date", date));
                ResultSet rate = read.executeQuery();
                PreparedStatement write = connection.prepareStatement(insert)) {
            while (rate.next()) {
                write.setObject(1, date);
                write.setString(2, rate.getString("kind"));
                write.setLong(3, rate.getLong("subject_id"));
                write.setBigDecimal(4, rate.getBigDecimal("rate"));
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}
