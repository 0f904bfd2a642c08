package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.change.Canary;
import hub.projections.change.Change;
import hub.projections.projector.ChangeSink;
import hub.projections.store.Parked;
import hub.projections.store.SourceProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine promises, on any source. */
abstract class StreamingContract {

    private StreamingScenario scenario;

    abstract TestServer server();

    @BeforeEach
    void freshSchema() {
        server().emptyTables();
        scenario = new StreamingScenario(server());
    }

    @AfterEach
    void stop() {
        scenario.close();
    }

    private void someRows() {
        server().sql(
                        "INSERT INTO employees (name, email, current_streak) VALUES ('Ann', 'a@x', 3), ('Bob', NULL, NULL)",
                        "INSERT INTO role_configs VALUES (1, 'Heat Pressing', 'continuous', 1.25, 40.5, 10, 100),"
                                + " (3, 'Picker', 'batch', 2, NULL, NULL, NULL)",
                        "INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start,"
                                + " window_end, department, source) VALUES"
                                + " (1, 1, 'Picking', 4000000000, '2026-03-08 07:59:59', '2026-03-08 08:10:00.123', 'Picking', 'podfactory'),"
                                + " (2, NULL, NULL, NULL, '2026-11-01 06:30:00', NULL, NULL, NULL),"
                                + " (NULL, NULL, NULL, 1, '2026-11-01 06:30:00', NULL, NULL, NULL),"
                                + " (2, NULL, NULL, 1, NULL, NULL, NULL, NULL)",
                        "INSERT INTO clock_times (employee_id, clock_in, clock_out, total_minutes, break_minutes) VALUES"
                                + " (1, '2026-03-08 01:30:00.123456', '2026-03-08 09:00:00', 449.98, 0),"
                                + " (2, '2026-03-08 02:30:00', NULL, NULL, NULL), (3, '2026-03-08 02:30:00', NULL, 480, 30)",
                        "INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned,"
                                + " active_minutes, is_finalized) VALUES (1, '2026-03-08', 9000000000000000000, 12345.6789, 10, 1),"
                                + " (2, '1969-12-31', NULL, NULL, NULL, 0)",
                        "INSERT INTO employee_payrates (employee_id, pay_rate, pay_type, effective_date) VALUES"
                                + " (1, 17.50, 'hourly', '2026-01-01'), (2, NULL, NULL, NULL)",
                        "INSERT INTO other_table (v) VALUES (1)");
    }

    @Test
    void fillsEmptyTables() {
        scenario.start();
        scenario.awaitStreaming();
        assertThat(scenario.boards()).isEmpty();
        someRows();
        scenario.awaitParity();
        assertThat(scenario.checkpoint().history().count()).isPositive();
    }

    @Test
    void snapshotAndStreamReadEveryTypeAlike() {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        scenario.awaitParity();
        assertThat(scenario.boards().get("mirror-activity_logs:all")).hasSize(2);

        server().sql(
                        "DELETE FROM activity_logs",
                        "DELETE FROM clock_times",
                        "DELETE FROM daily_scores",
                        "DELETE FROM employees",
                        "DELETE FROM role_configs",
                        "DELETE FROM employee_payrates");
        someRows();
        scenario.awaitParity();
    }

    /** Rows 45, 47, 48 of the fault matrix: what cannot be read is parked, everything else goes on, nothing stops. */
    @Test
    void strangeDataIsParkedOrReadAlikeBySnapshotAndStream() {
        scenario.start();
        scenario.awaitStreaming();
        server().sql(
                        "ALTER TABLE activity_logs MODIFY items_count DECIMAL(30, 2)",
                        "ALTER TABLE employees MODIFY name MEDIUMTEXT CHARACTER SET utf8mb4 NOT NULL",
                        "SET sql_mode = ''; INSERT INTO activity_logs (id, employee_id, items_count, window_start) VALUES"
                                + " (1, 1, -7, '2026-05-05 10:00:00'), (2, 1, 5.5, '2026-05-05 10:00:00'),"
                                + " (3, 1, 18446744073709551616, '2026-05-05 10:00:00'),"
                                + " (4, 1, 1, '0000-00-00 00:00:00'), (5, 1, 1, '1970-01-01 00:00:00'),"
                                + " (6, 1, 1, '2026-00-15 10:00:00'), (7, 1, 1, '9999-12-31 23:59:59'),"
                                + " (8, 1, NULL, '2026-05-05 10:00:00'), (9, 1, 2147483647, '1969-12-31 23:59:59')",
                        "SET sql_mode = ''; INSERT INTO daily_scores (employee_id, score_date, is_finalized) VALUES"
                                + " (1, '0000-00-00', 0), (1, '9999-12-31', 0), (1, '1970-01-01', 0)",
                        "INSERT INTO employees (name) VALUES (CONCAT('\uD83D\uDE00\u0007|=-', REPEAT('x', 65500)))");
        scenario.awaitParity();
        assertThat(scenario.boards().get("parked-activity_logs:all")).containsOnlyKeys("2", "3", "4", "5", "6");
        assertThat(scenario.boards().get("parked-daily_scores:all")).hasSize(2);
        assertThat(scenario.boards().get("mirror-activity_logs:all")).containsOnlyKeys("1", "7", "8", "9");
        assertThat(scenario.checkpoint().parked().byBoard())
                .containsEntry("mirror-activity_logs", 5L)
                .containsEntry("count-daily_scores", 2L);
        var streamed = scenario.boards();
        scenario.stop();

        scenario = new StreamingScenario(server());
        scenario.start();
        scenario.awaitStreaming();
        assertThat(scenario.boards()).isEqualTo(streamed);

        server().sql(
                        "UPDATE activity_logs SET items_count = 5 WHERE id = 2",
                        "UPDATE activity_logs SET window_start = '2026-05-05 10:00:00' WHERE id = 4",
                        "DELETE FROM activity_logs WHERE id IN (3, 5, 6)",
                        "DELETE FROM daily_scores");
        scenario.awaitParity();
        assertThat(scenario.boards()).doesNotContainKeys("parked-activity_logs:all", "parked-daily_scores:all");
        assertThat(scenario.checkpoint().parked()).isEqualTo(Parked.NONE);
    }

    @Test
    void movesUpdatesDeletesAndTruncatesArrive() {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        server().sql(
                        "UPDATE activity_logs SET employee_id = 2, items_count = 5 WHERE id = 1",
                        "UPDATE activity_logs SET employee_id = 1 WHERE employee_id IS NULL",
                        "UPDATE activity_logs SET window_start = NULL WHERE id = 2",
                        "UPDATE employees SET id = 77 WHERE id = 2",
                        "DELETE FROM clock_times WHERE id = 1");
        scenario.awaitParity();
        server().sql("TRUNCATE TABLE activity_logs");
        scenario.awaitParity();
        assertThat(scenario.boards()).doesNotContainKey("mirror-activity_logs:all");
        server().sql("TRUNCATE clock_times", "INSERT INTO activity_logs (employee_id, window_start) VALUES (1, NOW())");
        scenario.awaitParity();
    }

    @Test
    void rollbacksAndForeignTablesChangeNothing() {
        scenario.start();
        scenario.awaitStreaming();
        server().transaction(
                        "INSERT INTO employees (name) VALUES ('kept')",
                        "SAVEPOINT s",
                        "INSERT INTO employees (name) VALUES ('rolled back')",
                        "ROLLBACK TO SAVEPOINT s");
        server().sql("INSERT INTO other_table (v) VALUES (5)");
        scenario.awaitParity();
        assertThat(scenario.boards().get("mirror-employees:all")).hasSize(1);
    }

    @Test
    void canaryReturns() {
        scenario.start();
        scenario.awaitStreaming();
        server().sql(
                        "INSERT INTO hub_heartbeat VALUES (1, 41, '2026-03-08 08:00:00.000001')",
                        "UPDATE hub_heartbeat SET n = 42, written_at = '2026-03-08 08:00:01.5' WHERE id = 1");
        Canary expected = new Canary(42, Instant.parse("2026-03-08T08:00:01.500Z"));
        StreamingScenario.await(
                "canary", () -> expected.equals(scenario.checkpoint().canary()));
    }

    @Test
    void resumesAtEveryTransactionBoundary() {
        someRows();
        AtomicInteger batches = new AtomicInteger();
        scenario.start(sink -> new Counting(sink, batches));
        scenario.awaitStreaming();
        for (int i = 0; i < 4; i++) {
            server().transaction(
                            "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (1, " + i
                                    + ", '2026-05-05 10:00:00')",
                            "UPDATE activity_logs SET items_count = items_count + 1 WHERE employee_id = 1");
            scenario.awaitParity();
            if (i == 0) {
                sawLast("ALTER TABLE activity_logs COMMENT = 'x'", batches);
            } else if (i == 2) {
                sawLast("FLUSH BINARY LOGS", batches);
            }
            scenario.stop();
            if (i % 2 == 0) {
                server().sql(
                                "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (2, 7, '2026-05-05 10:00:00')");
            } else {
                server().sql("FLUSH BINARY LOGS", "INSERT INTO other_table (v) VALUES (9)");
            }
            scenario.start(sink -> new Counting(sink, batches));
        }
        scenario.awaitParity();
    }

    /** DBZ-1033, DBZ-572: what the reader saw last before it stops is no transaction. */
    private void sawLast(String statement, AtomicInteger batches) {
        int before = batches.get();
        server().sql(statement);
        StreamingScenario.await("batch after " + statement, () -> batches.get() > before);
    }

    @Test
    void resumesInsideALongTransaction() {
        scenario.start();
        scenario.awaitStreaming();
        server().sql(
                        "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (1, 1, '2026-05-05 10:00:00')");
        scenario.awaitParity();
        scenario.stop();
        insertMany(12_000, 5);
        AtomicInteger seen = new AtomicInteger();
        scenario.start(sink -> new Breaking(sink, seen, 11_000));
        assertThat(scenario.awaitFailure()).hasStackTraceContaining("broken on purpose");
        StreamingScenario.await(
                "mid-transaction commit", () -> scenario.checkpoint().midTransaction());
        scenario.stop();
        scenario.start();
        scenario.awaitParity();
        assertThat(scenario.checkpoint().midTransaction()).isFalse();
    }

    /** An odd number of changes goes before, so that the part that is committed inside would end between two halves. */
    @Test
    void resumesInsideALongTransactionThatChangesKeys() {
        scenario.start();
        scenario.awaitStreaming();
        insertMany(6_000, 3);
        scenario.awaitParity();
        scenario.stop();
        server().transaction(
                        "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (1, 1, '2026-05-05 10:00:00')",
                        "UPDATE activity_logs SET id = id + 1000000");
        AtomicInteger seen = new AtomicInteger();
        scenario.start(sink -> new Breaking(sink, seen, 11_000));
        assertThat(scenario.awaitFailure()).hasStackTraceContaining("broken on purpose");
        StreamingScenario.await(
                "mid-transaction commit", () -> scenario.checkpoint().midTransaction());
        scenario.stop();
        scenario.start();
        scenario.awaitParity();
    }

    @Test
    void brokenAtEveryPlaceOfATransactionNothingIsLostOrDoubled() {
        scenario.start();
        scenario.awaitStreaming();
        scenario.stop();
        insertMany(5_000, 3);
        for (int at : List.of(1, 2_499, 4_999, 5_000)) {
            AtomicInteger seen = new AtomicInteger();
            scenario.start(sink -> new Breaking(sink, seen, at));
            assertThat(scenario.awaitFailure()).hasStackTraceContaining("broken on purpose");
            scenario.stop();
        }
        scenario.start();
        scenario.awaitParity();
    }

    @Test
    void schemaChangesOnBothSidesOfARestart() {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        server().sql(
                        "ALTER TABLE activity_logs ADD COLUMN extra VARCHAR(10) FIRST",
                        "INSERT INTO activity_logs (extra, employee_id, window_start) VALUES ('x', 1, '2026-05-05 10:00:00')");
        scenario.awaitParity();
        scenario.stop();
        server().sql(
                        "ALTER TABLE activity_logs DROP COLUMN extra, MODIFY items_count BIGINT FIRST",
                        "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (2, 5, '2026-05-05 10:00:00')",
                        "CREATE TABLE unrelated_thing (id INT PRIMARY KEY)",
                        "DROP TABLE unrelated_thing",
                        "ALTER TABLE employees RENAME COLUMN auth0_password TO auth0_pass",
                        "INSERT INTO employees (name) VALUES ('Cem')");
        scenario.start();
        scenario.awaitParity();
        scenario.stop();
        server().sql("INSERT INTO employees (name) VALUES ('Dee')");
        scenario.start();
        scenario.awaitParity();
    }

    /** The last record of such a snapshot is a schema change, which the engine alters after recording it. */
    @Test
    void aColumnRetypedAfterASnapshotOfNothingIsReadRightAfterARestart() {
        scenario.start();
        scenario.awaitStreaming();
        server().sql(
                        "ALTER TABLE activity_logs MODIFY items_count BIGINT FIRST",
                        "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (2, 5, '2026-05-05 10:00:00')");
        scenario.awaitParity();
        scenario.stop();
        server().sql(
                        "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (2, -6, '2026-05-05 10:00:00')");
        scenario.start();
        scenario.awaitParity();
    }

    @Test
    void aColumnThatIsNullInTheExistingRowsMayCome() {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        server().sql(
                        "ALTER TABLE employees ADD COLUMN connecteam_user_id VARCHAR(20)",
                        "UPDATE employees SET connecteam_user_id = 'c7' WHERE id = 1");
        scenario.awaitParity();
        assertThat(scenario.boards().get("mirror-employees:all"))
                .hasEntrySatisfying("1", row -> assertThat(row).contains("connecteamUserId=c7"));
    }

    /** The binlog has no row events for what these statements do to rows: going on would differ from SQL for good. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER TABLE employees RENAME COLUMN email TO mail | column employees.email is gone
                    ALTER TABLE employees ADD COLUMN archived_at DATETIME DEFAULT '2026-01-01' | employees.archived_at was added with a value
                    ALTER TABLE clock_times MODIFY clock_in DATETIME NOT NULL | clock_times.clock_in was DATETIME(6) NOT NULL and is DATETIME NOT NULL
                    DROP TABLE employee_payrates | table employee_payrates was dropped
                    CREATE TABLE role_configs_new LIKE role_configs; RENAME TABLE role_configs TO role_configs_old, role_configs_new TO role_configs | table role_configs was exchanged for another one
                    """)
    void aSchemaChangeThatAltersRowsWithoutTellingNeedsARebuild(String statements, String told) {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        scenario.awaitParity();
        var before = scenario.boards();
        server().sql(statements, "UPDATE employees SET name = 'later'");
        Throwable failure = scenario.awaitFailure();
        assertThat(failure).isInstanceOf(SourceFailure.class).hasMessageContaining(told);
        assertThat(((SourceFailure) failure).remedy()).isEqualTo(SourceFailure.Remedy.REBUILD);
        assertThat(scenario.boards()).isEqualTo(before);
        scenario.stop();
        scenario.start();
        assertThat(scenario.awaitFailure()).as("again after a restart").hasMessageContaining(told);
    }

    @Test
    void aDroppedColumnNamesItself() {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        server().sql("ALTER TABLE clock_times DROP COLUMN break_minutes", "UPDATE clock_times SET total_minutes = 5");
        Throwable failure = scenario.awaitFailure();
        assertThat(failure).isInstanceOf(SourceFailure.class).hasMessageContaining("clock_times.break_minutes");
        assertThat(((SourceFailure) failure).remedy()).isEqualTo(SourceFailure.Remedy.REBUILD);
    }

    @Test
    void aMissingBeforeImageIsFound() {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        server().sql("SET SESSION binlog_row_image = MINIMAL; UPDATE activity_logs SET items_count = 9 WHERE id = 1");
        Throwable failure = scenario.awaitFailure();
        assertThat(failure).isInstanceOf(SourceFailure.class);
        assertThat(((SourceFailure) failure).remedy()).isEqualTo(SourceFailure.Remedy.REBUILD);
    }

    @Test
    void aPurgedCheckpointIsNeverSnapshottedOver() {
        someRows();
        scenario.start();
        scenario.awaitStreaming();
        scenario.stop();
        server().sql(
                        "INSERT INTO employees (name) VALUES ('lost')",
                        "FLUSH BINARY LOGS",
                        "INSERT INTO employees (name) VALUES ('lost too')",
                        "FLUSH BINARY LOGS");
        purge();
        var before = scenario.boards();
        scenario.start();
        Throwable failure = scenario.awaitFailure();
        assertThat(failure).isInstanceOf(SourceFailure.class);
        assertThat(((SourceFailure) failure).remedy()).as(failure.getMessage()).isEqualTo(SourceFailure.Remedy.REBUILD);
        assertThat(scenario.boards()).isEqualTo(before);
    }

    /** Repeats until it is done: a file that a dying reader still holds is kept by the server. */
    private void purge() {
        StreamingScenario.await("purge", () -> {
            List<String> files = binaryLogs();
            server().sql("FLUSH BINARY LOGS", "PURGE BINARY LOGS TO '" + files.getLast() + "'");
            return binaryLogs().size() <= 2;
        });
    }

    private List<String> binaryLogs() {
        List<String> files = new ArrayList<>();
        try (var connection = server().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW BINARY LOGS")) {
            while (rows.next()) {
                files.add(rows.getString(1));
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    @Test
    void writersDuringTheSnapshotAreNeitherLostNorDoubled() throws InterruptedException {
        insertMany(20_000, 50);
        var stop = new java.util.concurrent.atomic.AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            int i = 0;
            while (!stop.get()) {
                server().sql(
                                "UPDATE activity_logs SET items_count = items_count + 1 WHERE id % 97 = " + (i++ % 97),
                                "INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (9, 1, '2026-05-05 10:00:00')");
            }
        });
        scenario.start();
        scenario.awaitStreaming();
        Thread.sleep(500);
        stop.set(true);
        writer.join();
        scenario.awaitParity();
    }

    @Test
    void aRetriableExceptionFromTheHandlerSkipsNothing() {
        skipsNothingAfter(() -> {
            throw new org.apache.kafka.connect.errors.RetriableException("try again");
        });
    }

    @Test
    void anErrorFromTheHandlerSkipsNothing() {
        skipsNothingAfter(() -> {
            throw new StackOverflowError("too deep");
        });
    }

    private void skipsNothingAfter(Runnable failure) {
        scenario.start();
        scenario.awaitStreaming();
        scenario.stop();
        scenario.start(sink -> new Failing(failure));
        server().sql("INSERT INTO employees (name) VALUES ('one')");
        assertThat(scenario.awaitFailure()).isNotNull();
        server().sql("INSERT INTO employees (name) VALUES ('two')");
        scenario.stop();
        scenario.start();
        scenario.awaitParity();
        assertThat(scenario.boards().get("mirror-employees:all")).hasSize(2);
    }

    /** The watchdog takes fifteen silent seconds for a lost connection; the server's heartbeats must prevent that. */
    @Test
    void anIdleSourceIsNotTakenForALostOne() {
        scenario.start();
        scenario.awaitStreaming();
        assertThatThrownBy(() -> scenario.running().ended().get(18, TimeUnit.SECONDS))
                .isInstanceOf(TimeoutException.class);
        server().sql("INSERT INTO employees (name) VALUES ('Ann')");
        scenario.awaitParity();
    }

    @Test
    void stopsQuicklyUnderLoad() {
        scenario.start();
        scenario.awaitStreaming();
        insertMany(30_000, 30_000);
        long before = System.nanoTime();
        scenario.stop();
        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
        scenario.start();
        scenario.awaitParity();
    }

    private void insertMany(int rows, int statements) {
        List<String> sql = new CopyOnWriteArrayList<>();
        int each = Math.max(1, rows / Math.min(statements, 30));
        for (int from = 0; from < rows; from += each) {
            StringBuilder insert =
                    new StringBuilder("INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES ");
            for (int i = from; i < Math.min(rows, from + each); i++) {
                insert.append(i == from ? "" : ",")
                        .append("(")
                        .append(i % 50)
                        .append(",")
                        .append(i % 7)
                        .append(",'2026-05-05 10:00:00')");
            }
            sql.add(insert.toString());
        }
        server().transaction(sql.toArray(String[]::new));
    }

    /** Fails once {@code at} changes have passed. */
    private static final class Breaking extends PassedOn {

        private final AtomicInteger seen;
        private final int at;

        Breaking(ChangeSink sink, AtomicInteger seen, int at) {
            super(sink);
            this.seen = seen;
            this.at = at;
        }

        @Override
        public void change(Change change, Supplier<Optional<String>> resumeAfter) {
            if (seen.incrementAndGet() >= at) {
                throw new IllegalStateException("broken on purpose");
            }
            super.change(change, resumeAfter);
        }
    }

    /** Counts the batches that the engine hands over; its signs of life are some, too. */
    private static final class Counting extends PassedOn {

        private final AtomicInteger batches;

        Counting(ChangeSink sink, AtomicInteger batches) {
            super(sink);
            this.batches = batches;
        }

        @Override
        public void batchEnd() {
            batches.incrementAndGet();
            super.batchEnd();
        }
    }

    private record Failing(Runnable failure) implements ChangeSink {
        @Override
        public void snapshotRow(Change change) {}

        @Override
        public void snapshotCompleted(SourceProgress progress) {}

        @Override
        public void change(Change change, Supplier<Optional<String>> resumeAfter) {
            failure.run();
        }

        @Override
        public void transactionEnd(SourceProgress progress) {}

        @Override
        public void batchEnd() {}
    }
}
