package hub.scheduler.idle;

import hub.projections.idle.Presence;
import hub.projections.time.CentralDay;
import hub.scheduler.run.NamedSql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is clocked in, as MySQL has it. */
final class Presences {

    private static final NamedSql OPEN = NamedSql.resource(Presences.class, "presences.sql");

    private Presences() {}

    static List<Presence> at(Connection connection, Instant now) throws SQLException {
        CentralDay today = CentralDay.of(now);
        List<Presence> presences = new ArrayList<>();
        try (PreparedStatement sql =
                        OPEN.prepare(connection, Map.of("start", today.start(), "end", today.end(), "now", now));
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                presences.add(new Presence(
                        row.getLong("employee_id"),
                        instant(row, "clock_in"),
                        row.getObject("last_end") == null
                                ? null
                                : new Presence.LastWindow(
                                        instant(row, "last_end"),
                                        row.getLong("items"),
                                        row.getBoolean("batch"),
                                        row.getBigDecimal("expected_per_hour"),
                                        whole(row, "pause")),
                        whole(row, "picker_pause")));
            }
        }
        return presences;
    }

    private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.longValue();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
