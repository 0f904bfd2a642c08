package hub.bench.load;

import hub.bench.report.Bound;
import hub.bench.report.Line;
import hub.bench.report.Sample;
import hub.testkit.servers.SourceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that keep coming at a steady rate while something else is measured, each transaction of up to ten rows. A day of work has
 * so many rows; when they are there, they are corrected again and again, so that the day keeps its size however long it takes.
 *
 * <p>Several writers share the work: on a busy machine each of them waits long for its turn. What the database does not take
 * within a second is not made up for: it would burden whoever is measured next.
 */
public final class Trickle implements AutoCloseable {

    private static final double ENOUGH = 0.9;
    private static final long PAUSE_NANOS = 200_000;
    private static final int WRITERS = 10;
    private static final int ROWS = 10;
    private static final long FIRST_ID = 1_000_000_000L;
    private static final int ROWS_PER_PERSON = 40;

    private final SourceDatabase database;
    private final int employees;
    private final LocalDate day;
    private final int perSecond;
    private final int writers;
    private final long begun = System.nanoTime();
    private final AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
    private final LongAdder written = new LongAdder();
    private final List<Thread> threads;
    private volatile boolean closed;

    private Trickle(SourceDatabase database, int employees, LocalDate day, int perSecond) {
        this.database = database;
        this.employees = employees;
        this.day = day;
        this.perSecond = perSecond;
        this.writers = Math.min(WRITERS, perSecond);
        this.threads = IntStream.range(0, writers)
                .mapToObj(writer ->
                        Thread.ofPlatform().daemon().name("trickle-" + writer).start(() -> run(writer)))
                .toList();
    }

    /** Begins to write {@code perSecond} rows in each second, of all {@code employees}, into {@code day}. */
    public static Trickle start(SourceDatabase database, int employees, LocalDate day, int perSecond) {
        return new Trickle(database, employees, day, perSecond);
    }

    /**
     * Counts from now on, or from the first row: rows per second until it is asked.
     *
     * <p>A busy database may take fewer than were to come.
     */
    public DoubleSupplier counter() {
        while (written.sum() == 0 && threads.stream().anyMatch(Thread::isAlive)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        long before = written.sum();
        long begun = System.nanoTime();
        return () -> (written.sum() - before) * 1e9 / (System.nanoTime() - begun);
    }

    /**
     * The line that says how many came in while the lines before it were measured. It must be nearly as many as were to
     * come.
     *
     * @param perSecond that were to come
     * @param ours of each round of the service
     * @param floor of each round of its floor; null if it need not have had as many
     */
    public static Line line(int perSecond, Sample ours, @Nullable Sample floor) {
        return new Line("… rows that came in meanwhile, of %,d".formatted(perSecond), "rows/s", ours, floor)
                .requiring(Bound.atLeast(ENOUGH * perSecond));
    }

    private void run(int writer) {
        double share = perSecond / (double) writers;
        int chunk = Math.min(ROWS, Math.max(1, perSecond / 100));
        // One after another, and not all at once.
        double phase = chunk * (writer / (double) writers);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            double missed = 0;
            long mine = 0;
            while (!closed) {
                double due = (System.nanoTime() - begun) / 1e9 * share - phase - missed - mine;
                missed += Math.max(0, due - share);
                int rows = (int) Math.min(ROWS, Math.min(due, share));
                if (rows < chunk) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                    continue;
                }
                statement.execute(insert(writer, mine, rows));
                mine += rows;
                written.add(rows);
            }
        } catch (SQLException e) {
            failure.set(e);
        }
    }

    /** Each writer has rows of its own, so that none waits for another's lock. */
    private String insert(int writer, long from, int rows) {
        long each = (long) employees * ROWS_PER_PERSON / writers;
        StringBuilder sql = new StringBuilder("INSERT INTO activity_logs (id, report_id, employee_id, role_id,"
                + " activity_type, items_count, window_start, window_end, department, source) VALUES ");
        for (int i = 0; i < rows; i++) {
            long id = FIRST_ID + writer * each + (from + i) % each;
            sql.append(i > 0 ? "," : "")
                    .append("(%d, 'T%d', %d, 1, 'In Production', 7, '%s 15:00:00', '%s 15:09:59', 'Heat Press',"
                            .formatted(id, id, 1 + id % employees, day, day))
                    .append(" 'podfactory')");
        }
        return sql.append(" ON DUPLICATE KEY UPDATE items_count = items_count % 9 + 1")
                .toString();
    }

    /** @throws IllegalStateException if the writing failed meanwhile */
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SQLException why = failure.get();
        if (why != null) {
            throw new IllegalStateException("the trickle of rows ended early", why);
        }
    }
}
