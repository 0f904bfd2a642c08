package hub.scheduler;

import hub.scheduler.run.JobsDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

/**
 * Locks that MySQL keeps for a session: nothing is written, and a holder that dies gives its locks back at once. One that is
 * stopped loses them after the lock's at-most time, when the server ends its silent session. At-least times are not kept.
 * Locks are per schema: services that share a server do not keep each other off.
 */
final class MysqlLocks implements LockProvider {

    /** A name may have 64 characters; newer servers have no MD5. */
    private static final String LOCK = "SELECT GET_LOCK(SHA2(CONCAT(DATABASE(), '.', ?), 224), 0)";

    private final JobsDatabase database;

    MysqlLocks(JobsDatabase database) {
        this.database = database;
    }

    /** Empty also if MySQL cannot be asked: then no job can run. */
    @Override
    public Optional<SimpleLock> lock(LockConfiguration configuration) {
        try {
            Connection session = database.connect();
            if (locked(session, configuration)) {
                return Optional.of(() -> close(session));
            }
            close(session);
        } catch (SQLException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean locked(Connection session, LockConfiguration configuration) {
        try (PreparedStatement lock = session.prepareStatement(LOCK)) {
            JobsDatabase.staySilentAtMost(session, configuration.getLockAtMostFor());
            lock.setString(1, configuration.getName());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private static void close(Connection session) {
        try {
            session.close();
        } catch (SQLException serverIsAway) {
            // It ends the session, and the lock with it, by itself.
        }
    }
}
