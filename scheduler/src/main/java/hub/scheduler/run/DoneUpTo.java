package hub.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Up to when a job has done its work: for those whose next run is to cover all that came since. */
public final class DoneUpTo {

    private DoneUpTo() {}

    /**
     * When the newest success of the run's job in its mode was due, or since when the job is in that mode, if there is none.
     * Whoever made it read no earlier than that, but for how far clocks are apart.
     */
    public static Optional<Instant> before(Run run, JobsDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Optional<Instant> success =
                    History.latestSuccess(connection, run.job(), run.mode()).map(LedgerRow::dueAt);
            return success.isPresent()
                    ? success
                    : Optional.ofNullable(History.lastScheduled(connection, run.job(), run.mode()));
        }
    }
}
