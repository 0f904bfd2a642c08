package hub.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one job in its mode, so that it can still be told while the ledger cannot be asked.
 *
 * @param doneUpTo the due instant of the newest scheduled success, or since when the job is on; null if neither is known
 * @param settled keys of runs of which nothing more is to be expected
 * @param latest the newest rows, newest due first
 * @param lastSuccess when the newest success ended
 * @param missed runs that nobody made, nor made up for, newest due first
 * @param coalesced what was noted of late of due instants that were not made in time, newest due first
 */
record LedgerFacts(
        Instant begun,
        @Nullable Instant doneUpTo,
        Set<String> settled,
        List<LedgerRow> latest,
        @Nullable Instant lastSuccess,
        List<LedgerRow> missed,
        List<LedgerRow> coalesced) {

    private static final int SHOWN = 10;
    /** A day that nobody made up for is warned of for so long. */
    private static final Duration MISSED_TOLD = Duration.ofDays(7);
    /** What a later run made up for is warned of for so long: time enough for whoever looks now and then. */
    static final Duration COALESCED_TOLD = Duration.ofHours(1);

    static LedgerFacts read(Connection connection, JobPlan plan, Mode mode, String instance, Instant now)
            throws SQLException {
        String job = plan.name();
        Instant begun = Ledger.begun(connection, job, mode, instance, now);
        return new LedgerFacts(
                begun,
                History.lastScheduled(connection, job, mode),
                Set.copyOf(History.settled(connection, job, Pending.since(plan, begun, now))),
                History.latest(connection, job, mode, SHOWN),
                History.latestSuccess(connection, job, mode)
                        .map(LedgerRow::endedAt)
                        .orElse(null),
                History.missed(connection, job, mode, now.minus(MISSED_TOLD)),
                History.coalesced(connection, job, mode, now.minus(COALESCED_TOLD)));
    }
}
