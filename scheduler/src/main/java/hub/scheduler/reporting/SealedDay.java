package hub.scheduler.reporting;

import hub.projections.scores.StoredScores;
import hub.projections.seals.SealDay;
import hub.scheduler.report.Edition;
import hub.scheduler.seal.Seal;
import hub.scheduler.seal.Seals;
import hub.scheduler.seal.StoredDay;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A day's newest seal as MySQL has it: all of it read in one snapshot.
 *
 * @param rows the finalized rows of {@code daily_scores}, by employee
 * @param untouched whether these rows are, in every column that was sealed, those that the seal covers
 */
record SealedDay(Seal seal, Map<Long, Frozen> rows, boolean untouched) {

    /** Those columns of a frozen row that the read models hold. */
    record Frozen(long items, BigDecimal points, long activeMinutes) {
        Frozen {
            points = points.stripTrailingZeros();
        }
    }

    private static final String ROWS = "SELECT employee_id, COALESCE(items_processed, 0), COALESCE(points_earned, 0),"
            + " COALESCE(active_minutes, 0) FROM daily_scores WHERE score_date = ? AND is_finalized = 1 ORDER BY id";

    /** @return empty if the day was never sealed */
    static Optional<SealedDay> read(Connection connection, LocalDate date) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            Optional<Seal> seal = Seals.latest(connection, date);
            if (seal.isEmpty()) {
                return Optional.empty();
            }
            boolean untouched = StoredDay.read(connection, date).isAsSealed(seal.get());
            return Optional.of(new SealedDay(seal.get(), rows(connection, date), untouched));
        } finally {
            connection.rollback();
        }
    }

    Edition edition() {
        return new Edition(
                seal.version(),
                switch (seal.kind()) {
                    case PROVISIONAL -> Edition.Kind.PROVISIONAL;
                    case CLOSING -> Edition.Kind.CLOSING;
                    case RESTATED -> Edition.Kind.RESTATED;
                },
                seal.evaluatedAt(),
                !untouched);
    }

    /** Whether this is the version that the read models have. */
    boolean sameAs(SealDay seals) {
        return seals.latest()
                .filter(version ->
                        version.number() == seal.version() && version.hash().equals(seal.hash()))
                .isPresent();
    }

    /** Whether the read models hold exactly these rows. */
    boolean sameAs(StoredScores scores) {
        Map<Long, Frozen> held = new HashMap<>();
        scores.byEmployee().forEach((employee, score) -> {
            if (score.finalized()) {
                held.put(employee, new Frozen(score.items(), score.points(), score.activeMinutes()));
            }
        });
        return held.equals(rows);
    }

    private static Map<Long, Frozen> rows(Connection connection, LocalDate date) throws SQLException {
        Map<Long, Frozen> rows = new HashMap<>();
        try (PreparedStatement sql = connection.prepareStatement(ROWS)) {
            sql.setObject(1, date);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    rows.put(
                            row.getLong(1),
                            new Frozen(row.getLong(2), Objects.requireNonNull(row.getBigDecimal(3)), row.getLong(4)));
                }
            }
        }
        return Map.copyOf(rows);
    }
}
