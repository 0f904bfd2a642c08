package hub.scheduler.warmup;

import hub.projections.board.Board;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.departments.DepartmentDay;
import hub.projections.departments.DepartmentTargets;
import hub.projections.departments.DepartmentTime;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.dimensions.Roles;
import hub.projections.heatmap.HeatmapDay;
import hub.projections.highlights.IdleDay;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.payrates.Payrates;
import hub.projections.scores.StoredScores;
import hub.projections.seals.DayRates;
import hub.projections.seals.SealDay;
import hub.projections.shifts.ClockOutDay;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.windows.WindowHour;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.NamedSql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * One figure of every board, once as the board has it and once as one SQL statement says it: a sum of items, seconds, points
 * or rates where the board has such, else how many there are. The statements know tables and bounds, and nothing of cells.
 */
final class Figures implements Oracle {

    private static final String OF_WINDOWS = " FROM activity_logs WHERE window_start >= :start AND window_start < :end";
    private static final String PODFACTORY = " AND CONVERT(source USING utf8mb4) COLLATE utf8mb4_bin = 'podfactory'";
    private static final String ITEMS = "SELECT COALESCE(SUM(items_count), 0)";

    private static final Map<String, Figure<?>> ALL = List.of(
                    new Figure<>(
                            LeaderboardDay.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS,
                            day -> sum(day.byEmployee().values(), LeaderboardDay.Work::items)),
                    new Figure<>(
                            DepartmentDay.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS + PODFACTORY,
                            day -> sum(day.byDepartment().values(), people -> people.values().stream()
                                    .mapToLong(tally -> tally.items())
                                    .sum())),
                    new Figure<>(
                            DepartmentTime.BOARD,
                            "activity_logs",
                            "SELECT COALESCE(SUM(GREATEST(0, TIMESTAMPDIFF(SECOND, window_start, window_end))), 0)"
                                    + OF_WINDOWS,
                            day -> sum(day.byEmployee().values(), stays -> stays.stream()
                                    .mapToLong(DepartmentTime.Stay::seconds)
                                    .sum())),
                    new Figure<>(
                            HeatmapDay.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS + PODFACTORY,
                            day -> sum(day.entries(), entry -> entry.tally().items())),
                    new Figure<>(
                            WindowHour.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS,
                            hour -> sum(hour.windows(), WindowHour.Window::items)),
                    new Figure<>(
                            ShiftDay.BOARD,
                            "clock_times",
                            "SELECT COUNT(*) FROM clock_times WHERE clock_in >= :start AND clock_in < :end",
                            day -> sum(day.byEmployee().values(), List::size)),
                    new Figure<>(
                            ClockOutDay.BOARD,
                            "clock_times",
                            "SELECT COUNT(*) FROM clock_times WHERE clock_out >= :start AND clock_out < :end",
                            day -> count(day.clockOuts())),
                    new Figure<>(
                            StoredScores.BOARD,
                            "daily_scores",
                            "SELECT COALESCE(SUM(points_earned), 0) FROM daily_scores WHERE score_date = :date",
                            day -> total(day.byEmployee().values().stream()
                                    .map(StoredScores.StoredScore::points)
                                    .toList())),
                    new Figure<>(
                            Employees.BOARD,
                            "employees",
                            "SELECT COUNT(*) FROM employees",
                            all -> count(all.byId().values())),
                    new Figure<>(
                            Roles.BOARD,
                            "role_configs",
                            "SELECT COUNT(*) FROM role_configs",
                            all -> count(all.byId().values())),
                    new Figure<>(
                            PodfactoryMappings.BOARD,
                            "employee_podfactory_mapping_v2",
                            "SELECT COUNT(*) FROM employee_podfactory_mapping_v2 WHERE podfactory_email IS NOT NULL",
                            all -> sum(all.emails().values(), List::size)),
                    new Figure<>(
                            DepartmentTargets.BOARD,
                            "department_targets",
                            "SELECT COUNT(*) FROM department_targets",
                            all -> count(all.targets())),
                    new Figure<>(
                            Payrates.BOARD,
                            "employee_payrates",
                            "SELECT COUNT(DISTINCT employee_id) FROM employee_payrates",
                            all -> count(all.byEmployee().values())),
                    new Figure<>(
                            SealDay.BOARD,
                            "hub_seals",
                            "SELECT COUNT(*) FROM hub_seals WHERE score_date = :date",
                            day -> count(day.versions())),
                    new Figure<>(
                            DayRates.BOARD,
                            "hub_day_rates",
                            "SELECT COALESCE(SUM(rate), 0) FROM hub_day_rates WHERE score_date = :date",
                            day -> total(day.byRole().values())
                                    .add(total(day.byEmployee().values()))),
                    new Figure<>(
                            IdleDay.BOARD,
                            "hub_alerts",
                            "SELECT COUNT(*) FROM hub_alerts WHERE kind = 'idle' AND closed_at IS NULL"
                                    + " AND since >= :start AND since < :end",
                            day -> count(day.open())))
            .stream()
            .collect(Collectors.toUnmodifiableMap(figure -> figure.board().name(), figure -> figure));

    private record Figure<T>(Board<T> board, String table, NamedSql sql, Function<T, BigDecimal> held) {
        Figure(Board<T> board, String table, String sql, Function<T, BigDecimal> held) {
            this(board, table, new NamedSql(sql), held);
        }

        BigDecimal of(Map<String, String> fields) {
            return held.apply(board.decode().apply(fields));
        }
    }

    private final JobsDatabase database;

    Figures(JobsDatabase database) {
        this.database = database;
    }

    /** The figure as a board has it; empty for a board that there is none of. */
    static Optional<BigDecimal> held(PartitionId partition, Map<String, String> fields) {
        return Optional.ofNullable(ALL.get(partition.board())).map(figure -> figure.of(fields));
    }

    @Override
    public Map<PartitionId, BigDecimal> figures(Set<PartitionId> partitions) {
        Map<PartitionId, BigDecimal> figures = new HashMap<>();
        try (Connection connection = database.connect()) {
            for (PartitionId partition : partitions) {
                Figure<?> figure = ALL.get(partition.board());
                if (figure != null) {
                    figures.put(partition, ask(connection, figure, partition.partition()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL cannot be asked for the boards' figures: " + e.getMessage(), e);
        }
        return figures;
    }

    private static BigDecimal ask(Connection connection, Figure<?> figure, Partition of) throws SQLException {
        if (!exists(connection, figure.table())) {
            return BigDecimal.ZERO;
        }
        try (PreparedStatement sql = figure.sql().prepare(connection, bounds(of));
                ResultSet row = sql.executeQuery()) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    /** Some tables need not be there. */
    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT 1 FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?")) {
            sql.setString(1, table);
            try (ResultSet row = sql.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Map<String, Object> bounds(Partition partition) {
        return switch (partition) {
            case Partition.All all -> Map.of();
            case Partition.Day day -> bounds(day.date(), new CentralDay(day.date()).start(), new CentralDay(day.date()).end());
            case Partition.Hour hour ->
                bounds(
                        CentralDay.of(hour.start()).date(),
                        hour.start(),
                        hour.start().plus(Duration.ofHours(1)));
        };
    }

    private static Map<String, Object> bounds(LocalDate date, Instant start, Instant end) {
        return Map.of("date", date, "start", start, "end", end);
    }

    private static <E> BigDecimal sum(Collection<E> of, ToLongFunction<E> figure) {
        return BigDecimal.valueOf(of.stream().mapToLong(figure).sum());
    }

    private static BigDecimal count(Collection<?> of) {
        return BigDecimal.valueOf(of.size());
    }

    private static BigDecimal total(Collection<BigDecimal> of) {
        return of.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
