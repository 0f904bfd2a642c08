package hub.testkit.scenario;

import hub.testkit.servers.Gtids;
import hub.testkit.servers.SourceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How a database was after each of its last transactions: for each, a read that was opened right after it is held open and
 * found by the position that the source prints for it.
 *
 * <p>Who writes through {@link #after} writes alone, so a read is exactly at its position; the service goes on to commit to
 * its heartbeat, which no statement of the oracle reads. Safe for all threads.
 */
public final class Moments implements AutoCloseable {

    /** A connection each; MySQL allows 151 by default. */
    private static final int HELD = 48;

    private final SourceDatabase database;
    private final Map<String, Moment> held = new LinkedHashMap<>();
    private final Deque<Connection> free = new ArrayDeque<>();
    private final AtomicLong committed = new AtomicLong();
    private int handedOut;
    private int upheavals;

    public Moments(SourceDatabase database) {
        this.database = database;
    }

    /** One of them, until it is closed. */
    public final class Moment implements AutoCloseable {

        private final String position;
        private final Connection connection;

        private Moment(String position, Connection connection) {
            this.position = position;
            this.connection = connection;
        }

        /** As the source prints it. */
        public String position() {
            return position;
        }

        /** Reads the rows as they were then. Not for several threads. */
        public Connection connection() {
            return connection;
        }

        /** Ends the read first: it keeps tables that it has read from being altered. */
        @Override
        public void close() {
            rollBack(connection);
            returned(connection);
        }
    }

    /** Runs what commits, while nobody else does, and remembers how the database is then. */
    public synchronized void after(Runnable transaction) {
        String before = position();
        transaction.run();
        if (!remember().equals(before)) {
            committed.incrementAndGet();
        }
    }

    /**
     * Runs what alters tables, while nobody writes, and remembers how the database is then. No read that is open survives
     * it: those that are handed out are waited for, the others are forgotten.
     */
    public synchronized void afterUpheaval(Runnable upheaval) {
        upheavals++;
        try {
            while (handedOut > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reads were under way", e);
        } finally {
            upheavals--;
        }
        held.values().forEach(moment -> {
            rollBack(moment.connection);
            free.add(moment.connection);
        });
        held.clear();
        upheaval.run();
        remember();
        committed.incrementAndGet();
    }

    /** Runs {@code action} while nobody writes. */
    public synchronized void whileQuiet(Runnable action) {
        action.run();
    }

    /** How many transactions have changed rows. */
    public long committed() {
        return committed.get();
    }

    /** Remembers how the database is now; returns its position. */
    public synchronized String remember() {
        Connection connection = held.size() < HELD ? connection() : oldest();
        try (Statement statement = connection.createStatement()) {
            while (true) {
                String before = Gtids.committed(database.server(), connection).position();
                statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
                if (before.equals(Gtids.committed(database.server(), connection).position())) {
                    Moment replaced = held.put(before, new Moment(before, connection));
                    if (replaced != null) {
                        free.add(replaced.connection);
                    }
                    return before;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + database + " as it is now", e);
        }
    }

    /** Hands out what was remembered at a position that an answer prints, and forgets it. */
    public synchronized Optional<Moment> take(String printed) {
        Moment moment = upheavals > 0 ? null : held.remove(printed.substring(printed.indexOf(':') + 1));
        handedOut += moment == null ? 0 : 1;
        return Optional.ofNullable(moment);
    }

    private String position() {
        Connection connection = connection();
        try {
            return Gtids.committed(database.server(), connection).position();
        } finally {
            free.add(connection);
        }
    }

    private Connection oldest() {
        Iterator<Moment> moments = held.values().iterator();
        Connection connection = moments.next().connection;
        moments.remove();
        return connection;
    }

    private Connection connection() {
        Connection connection = free.poll();
        try {
            return connection == null ? database.connect() : connection;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to " + database, e);
        }
    }

    private synchronized void returned(Connection connection) {
        free.add(connection);
        handedOut--;
        notifyAll();
    }

    private static void rollBack(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException("a read does not end", e);
        }
    }

    @Override
    public synchronized void close() {
        held.values().forEach(moment -> free.add(moment.connection));
        held.clear();
        for (Connection connection : free) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a connection to " + database + " did not close", e);
            }
        }
        free.clear();
    }
}
