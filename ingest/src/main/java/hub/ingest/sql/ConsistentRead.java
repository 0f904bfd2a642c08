package hub.ingest.sql;

import hub.ingest.SourceSettings;
import hub.projections.change.RangeColumn;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.store.SourcePosition;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
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
 */
public final class ConsistentRead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsistentRead.class);
    private static final int ATTEMPTS = 200;

    private final SourceConnection source;
    private final String database;
    private final SourcePosition position;
    private final boolean exact;

    private ConsistentRead(SourceConnection source, String database, SourcePosition position, boolean exact) {
        this.source = source;
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
        SourceConnection source = SourceConnection.open(settings);
        try {
            source.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            boolean locked = lock(source);
            SourcePosition position = locked ? openLocked(source, whileFixed) : openUnlocked(source, whileFixed);
            return new ConsistentRead(source, settings.database(), position, locked);
        } catch (SQLException | RuntimeException e) {
            source.close();
            throw e;
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

    private static SourcePosition openLocked(SourceConnection source, Consumer<SourcePosition> whileFixed)
            throws SQLException {
        try {
            source.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            SourcePosition position = CurrentPosition.of(source);
            whileFixed.accept(position);
            return position;
        } finally {
            source.execute("UNLOCK TABLES");
        }
    }

    private static SourcePosition openUnlocked(SourceConnection source, Consumer<SourcePosition> whileFixed)
            throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SourcePosition before = CurrentPosition.of(source);
            source.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            if (before.equals(CurrentPosition.of(source))) {
                whileFixed.accept(before);
                return before;
            }
            source.execute("ROLLBACK");
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

    /** Hands over every row of a table; one that cannot be read as {@link Row.Unreadable}. One thread at a time. */
    public void forEachRow(Table table, Consumer<Row> action) throws SQLException {
        TableRows.forEach(source, database, table, "TRUE", action);
    }

    /** Hands over the rows of a table that are filed in {@code range} by any of {@code columns}. One thread at a time. */
    public void forEachRow(Table table, Collection<RangeColumn> columns, DayRange range, Consumer<Row> action)
            throws SQLException {
        TableRows.forEach(source, database, table, range.condition(columns), action);
    }

    /** The captured tables that the source has. One thread at a time. */
    public Set<Table> tables() throws SQLException {
        return TableRows.present(source);
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }
}
