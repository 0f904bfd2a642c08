package hub.scheduler.seal;

import hub.projections.dimensions.Roles;
import hub.projections.shifts.Shift;
import hub.projections.time.CentralDay;
import hub.projections.windows.ActiveMinutes;
import hub.projections.windows.WindowHour.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The same day by plain reading and Java, from all rows of the tables: the judge of {@code day.sql}. Active minutes are
 * those of the live views, which the domain's vectors judge.
 */
public final class ReferenceDay {

    private final Map<Long, Roles.Role> roles = new HashMap<>();
    private final Map<Long, List<Shift>> shifts = new TreeMap<>();
    private final Map<Long, List<Window>> windows = new TreeMap<>();
    private final TreeSet<Long> people = new TreeSet<>();

    /** @param frozen multipliers by role that overrule the current ones */
    public static List<FrozenRow> rows(Connection connection, LocalDate date, Instant at, Map<Long, BigDecimal> frozen)
            throws SQLException {
        ReferenceDay day = new ReferenceDay();
        day.read(connection, date, frozen);
        return day.compute(connection, at);
    }

    private void read(Connection connection, LocalDate date, Map<Long, BigDecimal> frozen) throws SQLException {
        CentralDay day = new CentralDay(date);
        try (Statement sql = connection.createStatement()) {
            try (ResultSet row = sql.executeQuery("SELECT * FROM role_configs")) {
                while (row.next()) {
                    long id = row.getLong("id");
                    BigDecimal multiplier = frozen.getOrDefault(id, row.getBigDecimal("multiplier"));
                    roles.put(
                            id,
                            new Roles.Role(
                                    id,
                                    row.getString("role_name"),
                                    row.getString("role_type").equals("batch"),
                                    multiplier,
                                    row.getBigDecimal("expected_per_hour"),
                                    number(row, "idle_threshold_minutes")));
                }
            }
            try (ResultSet row = sql.executeQuery("SELECT * FROM clock_times")) {
                while (row.next()) {
                    Instant in = instant(row, "clock_in");
                    if (in != null && day.contains(in)) {
                        Shift shift = new Shift(
                                row.getLong("id"),
                                row.getLong("employee_id"),
                                in,
                                instant(row, "clock_out"),
                                null,
                                row.getLong("break_minutes"));
                        shifts.computeIfAbsent(shift.employeeId(), none -> new ArrayList<>())
                                .add(shift);
                    }
                }
            }
            try (ResultSet row = sql.executeQuery("SELECT * FROM activity_logs")) {
                while (row.next()) {
                    Instant start = instant(row, "window_start");
                    if (start != null && day.contains(start)) {
                        Instant end = instant(row, "window_end");
                        Window window = new Window(
                                row.getLong("id"),
                                row.getLong("employee_id"),
                                number(row, "role_id"),
                                row.getLong("items_count"),
                                start,
                                end == null ? start : end,
                                true,
                                null,
                                null);
                        windows.computeIfAbsent(window.employeeId(), none -> new ArrayList<>())
                                .add(window);
                    }
                }
            }
            people.addAll(shifts.keySet());
            people.addAll(windows.keySet());
            try (ResultSet row =
                    sql.executeQuery("SELECT employee_id FROM daily_scores WHERE score_date = '" + date + "'")) {
                while (row.next()) {
                    people.add(row.getLong(1));
                }
            }
        }
    }

    private List<FrozenRow> compute(Connection connection, Instant at) throws SQLException {
        TreeSet<Long> known = new TreeSet<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT id FROM employees")) {
            while (row.next()) {
                known.add(row.getLong(1));
            }
        }
        people.retainAll(known);
        ActiveMinutes active = new ActiveMinutes(new Roles(roles), at);
        List<FrozenRow> rows = new ArrayList<>();
        for (long person : people) {
            List<Shift> own = shifts.getOrDefault(person, List.of()).stream()
                    .sorted(Comparator.comparing(Shift::clockIn).thenComparing(Shift::id))
                    .toList();
            List<Window> done = windows.getOrDefault(person, List.of());
            long clocked = Math.max(
                    0,
                    own.stream()
                            .mapToLong(shift -> shift.minutes(at) - shift.breakMinutes())
                            .sum());
            long minutes = active.of(own, done);
            rows.add(new FrozenRow(
                    person,
                    done.stream().mapToLong(Window::items).sum(),
                    done.stream()
                            .map(this::points)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .setScale(2, RoundingMode.HALF_UP),
                    minutes,
                    clocked,
                    clocked == 0
                            ? BigDecimal.ZERO
                            : BigDecimal.valueOf(minutes)
                                    .divide(BigDecimal.valueOf(clocked), 2, RoundingMode.HALF_UP)
                                    .min(BigDecimal.ONE)));
        }
        return rows;
    }

    private BigDecimal points(Window window) {
        Roles.Role role = window.roleId() == null ? null : roles.get(window.roleId());
        return role == null ? BigDecimal.ZERO : role.multiplier().multiply(BigDecimal.valueOf(window.items()));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
