package hub.connecteam;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code clock_times}. */
final class ClockTimes {

    private static final String SOURCE = "connecteam";

    private static final String STORED = "SELECT id, employee_id, clock_in, clock_out, total_minutes, is_active, source"
            + " FROM clock_times WHERE clock_in >= ? AND clock_in < ? ORDER BY id";
    // A writer of another kind may have stored the same clock-in since.
    private static final String ADD = "INSERT INTO clock_times"
            + " (clock_in, clock_out, total_minutes, is_active, employee_id, source) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE clock_out = VALUES(clock_out), total_minutes = VALUES(total_minutes),"
            + " is_active = VALUES(is_active), updated_at = UTC_TIMESTAMP()";
    private static final String CHANGE = "UPDATE clock_times SET clock_in = ?, clock_out = ?, total_minutes = ?,"
            + " is_active = ?, updated_at = UTC_TIMESTAMP() WHERE id = ?";

    private final Connection connection;

    ClockTimes(Connection connection) {
        this.connection = connection;
    }

    /** @param from of the instants that were asked for; @param until the first after them */
    ShiftPlan plan(Understood<WorkedShift> told, Instant from, Instant until) throws SQLException {
        return ShiftPlan.of(told.records(), new Employees(connection).byUser(), stored(told.records(), from, until));
    }

    void apply(ShiftPlan plan) throws SQLException {
        for (ShiftChange change : plan.changes()) {
            switch (change) {
                case ShiftChange.Add add -> add(add);
                case ShiftChange.Change of -> change(of);
            }
        }
    }

    /** Connecteam's days need not be ours: what it tells may begin outside of what was asked for. */
    private List<StoredShift> stored(List<WorkedShift> told, Instant from, Instant until) throws SQLException {
        Instant first = from;
        Instant end = until;
        for (WorkedShift worked : told) {
            Instant in = worked.shift().in();
            first = in.isBefore(first) ? in : first;
            end = in.isBefore(end) ? end : in.plusSeconds(1);
        }
        List<StoredShift> shifts = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(STORED)) {
            sql.setObject(1, utc(first));
            sql.setObject(2, utc(end));
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    Instant in = row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                    shifts.add(new StoredShift(
                            row.getLong(1),
                            row.getLong(2),
                            new Shift(in, instant(row.getObject(4, LocalDateTime.class))),
                            row.getBigDecimal(5),
                            row.getBoolean(6),
                            SOURCE.equals(row.getString(7))));
                }
            }
        }
        return shifts;
    }

    private void add(ShiftChange.Add of) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ADD)) {
            bind(sql, of.shift());
            sql.setLong(5, of.employee());
            sql.setString(6, SOURCE);
            sql.executeUpdate();
        }
    }

    private void change(ShiftChange.Change of) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(CHANGE)) {
            bind(sql, of.shift());
            sql.setLong(5, of.stored().id());
            sql.executeUpdate();
        }
    }

    private static void bind(PreparedStatement sql, Shift shift) throws SQLException {
        Instant out = shift.out();
        sql.setObject(1, utc(shift.in()));
        sql.setObject(2, out == null ? null : utc(out));
        sql.setBigDecimal(3, shift.minutes());
        sql.setBoolean(4, out == null);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
