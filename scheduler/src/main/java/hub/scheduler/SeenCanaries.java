package hub.scheduler;

import hub.scheduler.run.JobsDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Canaries for those who must not write: waits for the ones that {@link CanaryJob} writes each second. */
final class SeenCanaries {

    private static final String READ = "SELECT COALESCE(MAX(n), 0) FROM hub_heartbeat";
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final JobsDatabase database;
    private final Duration within;

    /** @param within how long it waits for a canary */
    SeenCanaries(JobsDatabase database, Duration within) {
        this.database = database;
        this.within = within;
    }

    /**
     * The number of a canary that was begun and committed after this was called. The next but one: the next may have been on
     * its way already.
     *
     * @throws IllegalStateException if none comes in time, or the thread is interrupted, which it then still is
     */
    long next() {
        try (Connection connection = database.connect()) {
            long wanted = read(connection) + 2;
            long deadline = System.nanoTime() + within.toNanos();
            for (long seen = read(connection); ; seen = read(connection)) {
                if (seen >= wanted) {
                    return seen;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException(
                            "nobody has written the canary (hub_heartbeat) for " + within.toSeconds()
                                    + " s; every process with the role scheduler does, while Redis answers");
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL cannot be asked for the canary: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited for a canary", e);
        }
    }

    private static long read(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(READ);
                ResultSet row = sql.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
