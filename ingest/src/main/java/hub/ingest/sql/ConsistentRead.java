package hub.ingest.sql;

import hub.ingest.SourceSettings;
import hub.projections.change.RangeColumn;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.store.SourcePosition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The captured rows as they were at one known position of the source.
 *
 * <p>With {@code RELOAD}, a global read lock is held for the moment in which the snapshot opens and the position is read:
 * no commit can fall between them. Without it, or if the lock is not granted within a few seconds, the position is read
 * before and after the snapshot opens, until both are equal. That is likely but not certain to be exact, because servers
 * publish a position and the commit itself one after the other; {@link #exact} tells which way it was.
 *
 * <p>Safe for {@link #READERS} threads at a time.
 */
public final class ConsistentRead implements AutoCloseable {

    /** So many threads may read at the same time. */
    public static final int READERS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ConsistentRead.class);
    private static final int ATTEMPTS = 200;

    /** Of one snapshot, all of them, as certainly as {@link #exact} says. */
    private final List<SourceConnection> connections;

    private final Queue<SourceConnection> idle;
    private final String database;
    private final SourcePosition position;
    private final boolean exact;

    private ConsistentRead(
            List<SourceConnection> connections, String database, SourcePosition position, boolean exact) {
        this.connections = connections;
        this.idle = new ConcurrentLinkedQueue<>(connections);
        this.database = database;
        this.position = position;
        this.exact = exact;
    }

    /**
     * @param whileFixed told the position while no commit can happen (or, without the lock, right after): what it arranges
     *     is in place before the source goes on
     */
    public static ConsistentRead open(SourceSettings settings, Consumer<SourcePosition> whileFixed)
            throws SQLException {
        List<SourceConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                connections.add(SourceConnection.open(settings));
            }
            execute(connections, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            boolean locked = lock(connections.getFirst());
            SourcePosition position =
                    locked ? openLocked(connections, whileFixed) : openUnlocked(connections, whileFixed);
            return new ConsistentRead(connections, settings.database(), position, locked);
        } catch (SQLException | RuntimeException e) {
            close(connections);
            throw e;
        }
    }

    private static void execute(List<SourceConnection> connections, String sql) throws SQLException {
        for (SourceConnection connection : connections) {
            connection.execute(sql);
        }
    }

    private static boolean lock(SourceConnection source) throws SQLException {
        source.execute("SET SESSION lock_wait_timeout = 3");
        try {
            source.execute("FLUSH TABLES WITH READ LOCK");
            return true;
        } catch (SQLException e) {
            LOG.info("no global read lock ({}); comparing positions around the snapshot instead", e.getMessage());
            return false;
        }
    }

    private static SourcePosition openLocked(List<SourceConnection> connections, Consumer<SourcePosition> whileFixed)
            throws SQLException {
        SourceConnection first = connections.getFirst();
        try {
            execute(connections, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
            SourcePosition position = CurrentPosition.of(first);
            whileFixed.accept(position);
            return position;
        } finally {
            first.execute("UNLOCK TABLES");
        }
    }

    private static SourcePosition openUnlocked(List<SourceConnection> connections, Consumer<SourcePosition> whileFixed)
            throws SQLException {
        SourceConnection first = connections.getFirst();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SourcePosition before = CurrentPosition.of(first);
            execute(connections, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
            if (before.equals(CurrentPosition.of(first))) {
                whileFixed.accept(before);
                return before;
            }
            execute(connections, "ROLLBACK");
        }
        throw new SQLException("the source is never quiet for the moment that a consistent read needs; grant RELOAD");
    }

    public SourcePosition position() {
        return position;
    }

    /** Whether the rows are certain to be those of {@link #position}: a difference then proves a fault. */
    public boolean exact() {
        return exact;
    }

    /** Hands over every row of every table but the canary's; one that cannot be read as {@link Row.Unreadable}. */
    public void forEachRow(Consumer<Row> action) throws SQLException {
        for (Table table :
                Arrays.stream(Table.values()).filter(t -> t != Table.HEARTBEAT).toList()) {
            forEachRow(table, action);
        }
    }

    /** Hands over every row of a table; one that cannot be read as {@link Row.Unreadable}. */
    public void forEachRow(Table table, Consumer<Row> action) throws SQLException {
        forEachRow(table, "TRUE", action);
    }

    /** Hands over the rows of a table that are filed in {@code range} by any of {@code columns}. */
    public void forEachRow(Table table, Collection<RangeColumn> columns, DayRange range, Consumer<Row> action)
            throws SQLException {
        forEachRow(table, range.condition(columns), action);
    }

    private void forEachRow(Table table, String condition, Consumer<Row> action) throws SQLException {
        SourceConnection source = borrow();
        try {
            TableRows.forEach(source, database, table, condition, action);
        } finally {
            idle.add(source);
        }
    }

    /** The captured tables that the source has. */
    public Set<Table> tables() throws SQLException {
        SourceConnection source = borrow();
        try {
            return TableRows.present(source);
        } finally {
            idle.add(source);
        }
    }

    private SourceConnection borrow() {
        SourceConnection source = idle.poll();
        if (source == null) {
            throw new IllegalStateException("more than " + READERS + " threads read at the same time");
        }
        return source;
    }

    @Override
    public void close() throws SQLException {
        close(connections);
    }

    private static void close(List<SourceConnection> connections) throws SQLException {
        SQLException failure = null;
        for (SourceConnection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
