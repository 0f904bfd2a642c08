package hub.scheduler.warmup;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.scheduler.run.JobsDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each board's {@link Figure}, once as the board has it and once as one SQL statement says it. */
final class Figures implements Oracle {

    private final JobsDatabase database;

    Figures(JobsDatabase database) {
        this.database = database;
    }

    /** The figure as a board has it; empty for a board that there is none of. */
    static Optional<BigDecimal> held(PartitionId partition, Map<String, String> fields) {
        return Optional.ofNullable(FigureList.BY_BOARD.get(partition.board())).map(figure -> figure.of(fields));
    }

    @Override
    public Map<PartitionId, BigDecimal> figures(Set<PartitionId> partitions) {
        Map<PartitionId, BigDecimal> figures = new HashMap<>();
        try (Connection connection = database.connect()) {
            for (PartitionId partition : partitions) {
                Figure<?> figure = FigureList.BY_BOARD.get(partition.board());
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
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT 1 FROM information_schema.tables" + " WHERE table_schema = DATABASE() AND table_name = ?")) {
            sql.setString(1, table);
            try (ResultSet row = sql.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Map<String, Object> bounds(Partition partition) {
        return switch (partition) {
            case Partition.All all -> Map.of();
            case Partition.Day day ->
                bounds(day.date(), new CentralDay(day.date()).start(), new CentralDay(day.date()).end());
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
}
