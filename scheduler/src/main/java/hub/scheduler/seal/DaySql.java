package hub.scheduler.seal;

import hub.projections.time.CentralDay;
import hub.scheduler.run.NamedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of one Central day, computed by MySQL from what was recorded. */
public final class DaySql {

    private static final NamedSql DAY = NamedSql.resource(DaySql.class, "day.sql");

    private DaySql() {}

    /**
     * One row for everybody who has a shift, an activity or a stored score of the day, by employee id.
     *
     * @param at the instant at which open shifts are evaluated
     * @param frozen whether items count what they counted when the day was sealed, where that is recorded
     */
    public static List<FrozenRow> rows(Connection connection, LocalDate date, Instant at, boolean frozen)
            throws SQLException {
        CentralDay day = new CentralDay(date);
        Map<String, Object> values =
                Map.of("date", date, "start", day.start(), "end", day.end(), "at", at, "frozen", frozen ? 1 : 0);
        List<FrozenRow> rows = new ArrayList<>();
        try (PreparedStatement sql = DAY.prepare(connection, values);
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                rows.add(new FrozenRow(
                        row.getLong("employee_id"),
                        row.getLong("items"),
                        row.getBigDecimal("points"),
                        row.getLong("active_minutes"),
                        row.getLong("clocked_minutes"),
                        row.getBigDecimal("efficiency")));
            }
        }
        return rows;
    }
}
