package hub.scheduler.seal;

import hub.projections.time.CentralDay;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.seal.Seal.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the record of one Central day and seals it, or tells what sealing would change. Computing again from the same
 * data changes nothing: no row, and no version.
 *
 * <p>What an item and an hour are worth is what they are worth while the day is sealed, up to an hour after its end. Later, and in
 * every restatement, it is what the seal before recorded; what that has no rate of, and a day without a seal, is valued as of now.
 */
final class Sealing {

    private static final String INSERT = "INSERT INTO hub_seals (score_date, version, kind, position, evaluated_at,"
            + " sealed_at, row_count, hash, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** How long after its end what is so now is still what was so on that day. */
    private static final Duration STILL_THAT_DAY = Duration.ofHours(1);

    private final LocalDate date;
    private final Kind wanted;
    private final Instant at;

    /** @param at the instant at which open shifts are evaluated; a day never goes back behind the one of its last seal */
    Sealing(LocalDate date, Kind wanted, Instant at) {
        this.date = date;
        this.wanted = wanted;
        this.at = at;
    }

    /** What was sealed; empty if nothing had to be. */
    Optional<String> write(JobTransaction transaction) throws SQLException {
        return run(transaction, true);
    }

    /** What would be sealed; empty if nothing would. */
    Optional<String> compare(JobTransaction transaction) throws SQLException {
        return run(transaction, false);
    }

    private Optional<String> run(JobTransaction transaction, boolean write) throws SQLException {
        Connection connection = transaction.connection();
        Optional<Seal> last = Seals.latest(connection, date);
        Kind kind = kind(last.orElse(null));
        if (kind == null) {
            return Optional.empty();
        }
        StoredDay stored = write ? StoredDay.lock(connection, date) : StoredDay.read(connection, date);
        Instant evaluatedAt = last.map(Seal::evaluatedAt).filter(at::isBefore).orElse(at);
        boolean recordedRates = last.isPresent()
                && (kind == Kind.RESTATED
                        || transaction.now().isAfter(new CentralDay(date).end().plus(STILL_THAT_DAY)));
        List<FrozenRow> rows = DaySql.rows(connection, date, evaluatedAt, recordedRates);
        List<FrozenRow> different = stored.different(rows, true);
        List<Long> beyond = stored.finalizedBeyond(rows);
        String hash = FrozenRows.hash(rows);
        if (kind != Kind.CLOSING
                && last.isPresent()
                && different.isEmpty()
                && beyond.isEmpty()
                && last.get().hash().equals(hash)) {
            return Optional.empty();
        }
        String changes = changes(rows, different, stored.totals(last.isPresent())) + released(beyond);
        if (!write) {
            return Optional.of(
                    date + ": " + changes + stored.describe(different, true).text());
        }
        // Of one day only: a line of the ledger has no room for those of many.
        String since = kind == Kind.CLOSING && last.isPresent() && !different.isEmpty()
                ? "; what was stored" + stored.describe(different, true).text()
                : "";
        stored.store(different, true);
        stored.release(beyond);
        if (recordedRates) {
            DayRates.addMissing(connection, date);
        } else {
            DayRates.replace(connection, date);
        }
        Seal seal = new Seal(
                date,
                last.map(Seal::version).orElse(0) + 1,
                kind,
                transaction.position(),
                evaluatedAt,
                transaction.now(),
                rows.size(),
                hash,
                changes);
        insert(connection, seal);
        return Optional.of(date + " sealed, version " + seal.version() + ", " + kind.word() + ": " + changes + since);
    }

    /** Of the next version; null if there is nothing to be sealed. */
    private @Nullable Kind kind(@Nullable Seal last) {
        boolean closed = last != null && !last.provisional();
        return switch (wanted) {
            case PROVISIONAL -> closed ? null : Kind.PROVISIONAL;
            case CLOSING -> closed ? Kind.RESTATED : Kind.CLOSING;
            case RESTATED -> closed ? Kind.RESTATED : null;
        };
    }

    private static String changes(List<FrozenRow> rows, List<FrozenRow> different, Totals before) {
        Totals now = Totals.of(rows);
        return rows.size() + " rows, " + different.size() + " of them new or changed; " + now + ", before that "
                + before;
    }

    private static String released(List<Long> beyond) {
        return beyond.isEmpty() ? "" : "; " + beyond.size() + " rows of nobody are final no more";
    }

    private static void insert(Connection connection, Seal seal) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(INSERT)) {
            sql.setObject(1, seal.date());
            sql.setInt(2, seal.version());
            sql.setString(3, seal.kind().word());
            sql.setString(4, seal.position());
            sql.setObject(5, LocalDateTime.ofInstant(seal.evaluatedAt(), ZoneOffset.UTC));
            sql.setObject(6, LocalDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC));
            sql.setInt(7, seal.rows());
            sql.setString(8, seal.hash());
            sql.setString(9, seal.changes());
            sql.executeUpdate();
        }
    }
}
