package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.store.SourcePosition;
import io.r2dbc.pool.ConnectionPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the range reads promise on every server. */
abstract class SourceRowsContract {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Instant NINE = Instant.parse("2026-01-15T15:00:00Z");

    private MysqlSettings schema = new MysqlSettings("unset", 1, "unset", "unset", "", SslMode.PREFERRED);
    private ConnectionPool pool = MysqlPools.pool(schema, "unset", 1);

    abstract TestServer server();

    @BeforeEach
    void connect() {
        schema = server().migratedSchema();
        pool = MysqlPools.pool(schema, "test", 2);
    }

    @AfterEach
    void disconnect() {
        pool.dispose();
    }

    @Test
    void everyTableIsReadAsTheStreamWouldGiveIt() {
        TestServer.execute(
                schema,
                "INSERT INTO activity_logs (id, employee_id, role_id, activity_type, items_count, window_start,"
                        + " window_end, department, source) VALUES"
                        + " (1, 7, 3, 'Picking', 100, '2026-01-15 15:00:00', '2026-01-15 15:10:00', 'Picking', 'podfactory'),"
                        + " (2, 7, NULL, NULL, NULL, '2026-01-15 15:00:00', NULL, NULL, NULL)",
                "INSERT INTO clock_times (id, employee_id, clock_in, clock_out, total_minutes, break_minutes) VALUES"
                        + " (3, 7, '2026-01-15 14:00:00', '2026-01-15 22:00:00', 480.25, 30),"
                        + " (4, 8, '2026-01-15 14:00:00', NULL, NULL, NULL)",
                "INSERT INTO daily_scores (id, employee_id, score_date, items_processed, points_earned, active_minutes,"
                        + " is_finalized) VALUES (5, 7, '2026-01-15', 300, 250.50, 110, 1)",
                "INSERT INTO employees (id, name, is_active, current_streak) VALUES"
                        + " (7, 'Zoë 😀 O''Neil', 1, 4), (8, 'Idle', 0, NULL)",
                "UPDATE employees SET email = 'i@example.org', connecteam_user_id = '',"
                        + " archived_at = '2026-01-15 15:00:00' WHERE id = 8",
                "INSERT INTO department_targets (id, department_name) VALUES (1, 'Picking')",
                "INSERT INTO employee_podfactory_mapping_v2 (id, employee_id, podfactory_email, podfactory_name,"
                        + " similarity_score, confidence_level, is_verified, created_at) VALUES"
                        + " (1, 7, 'z@example.org', 'Zoë', 0.85, 'HIGH', 1, '2026-01-15 15:00:00'),"
                        + " (2, 7, NULL, NULL, NULL, NULL, 0, '2026-01-15 15:00:00')",
                "INSERT INTO role_configs (id, role_name, role_type, multiplier, expected_per_hour,"
                        + " idle_threshold_minutes) VALUES (3, 'Picker', 'batch', 0.50, 120, 5)",
                "INSERT INTO employee_payrates (id, employee_id, pay_rate, pay_type, effective_date, notes) VALUES"
                        + " (9, 7, 20.00, 'hourly', '2025-12-01', 'raise|due')");

        assertThat(all(Table.ACTIVITY_LOGS))
                .containsExactlyInAnyOrder(
                        new Row.Activity(
                                1, 7, 3L, "Picking", 100L, NINE, NINE.plusSeconds(600), "Picking", "podfactory"),
                        new Row.Activity(2, 7, null, null, null, NINE, null, null, null));
        assertThat(all(Table.CLOCK_TIMES))
                .containsExactlyInAnyOrder(
                        new Row.Clock(
                                3,
                                7,
                                Instant.parse("2026-01-15T14:00:00Z"),
                                Instant.parse("2026-01-15T22:00:00Z"),
                                new BigDecimal("480.25"),
                                30L),
                        new Row.Clock(4, 8, Instant.parse("2026-01-15T14:00:00Z"), null, null, null));
        assertThat(all(Table.DAILY_SCORES))
                .containsExactly(
                        new Row.Score(5, 7, LocalDate.parse("2026-01-15"), 300L, new BigDecimal("250.50"), 110L, true));
        assertThat(all(Table.EMPLOYEES))
                .containsExactlyInAnyOrder(
                        employee(7, "Zoë 😀 O'Neil", true, 4L, null, null, null),
                        employee(8, "Idle", false, null, "i@example.org", "", NINE));
        assertThat(all(Table.DEPARTMENT_TARGETS))
                .containsExactly(new Row.DepartmentTarget(1, "Picking", new BigDecimal("15.00")));
        assertThat(all(Table.EMPLOYEE_PODFACTORY_MAPPING))
                .containsExactlyInAnyOrder(
                        new Row.PodfactoryMapping(
                                1, 7, "z@example.org", "Zoë", new BigDecimal("0.850"), "HIGH", true, NINE),
                        new Row.PodfactoryMapping(2, 7, null, null, null, null, false, NINE));
        assertThat(all(Table.ROLE_CONFIGS))
                .containsExactly(new Row.Role(3, "Picker", true, new BigDecimal("0.50"), new BigDecimal("120.00"), 5L));
        assertThat(all(Table.EMPLOYEE_PAYRATES))
                .containsExactly(new Row.Payrate(
                        9, 7, new BigDecimal("20.00"), "hourly", LocalDate.parse("2025-12-01"), "raise|due"));
    }

    @Test
    void whatARealDatabaseMayLackIsNullOrHasNoRows() {
        TestServer.execute(
                schema,
                "INSERT INTO employees (id, name, email) VALUES (7, 'E', 'e@example.org')",
                "ALTER TABLE employees DROP COLUMN email, DROP COLUMN archived_at",
                "DROP TABLE department_targets",
                "DROP TABLE employee_podfactory_mapping_v2");

        assertThat(all(Table.EMPLOYEES)).containsExactly(employee(7, "E", true, 0L, null, null, null));
        assertThat(all(Table.DEPARTMENT_TARGETS)).isEmpty();
        assertThat(all(Table.EMPLOYEE_PODFACTORY_MAPPING)).isEmpty();
    }

    @Test
    void rangesAreHalfOpen() {
        TestServer.execute(
                schema,
                "INSERT INTO activity_logs (id, employee_id, window_start) VALUES (1, 7, '2026-03-08 05:59:59'),"
                        + " (2, 7, '2026-03-08 06:00:00'), (3, 7, '2026-03-09 04:59:59'), (4, 7, '2026-03-09 05:00:00')",
                "INSERT INTO daily_scores (id, employee_id, score_date) VALUES (1, 7, '2026-03-07'),"
                        + " (2, 7, '2026-03-08'), (3, 7, '2026-03-09')");

        assertThat(ids(
                        Table.ACTIVITY_LOGS,
                        new Slice.Instants(
                                Instant.parse("2026-03-08T06:00:00Z"), Instant.parse("2026-03-09T05:00:00Z"))))
                .containsExactly(2L, 3L);
        assertThat(ids(
                        Table.DAILY_SCORES,
                        new Slice.Days(LocalDate.parse("2026-03-08"), LocalDate.parse("2026-03-09"))))
                .containsExactly(2L);
    }

    @Test
    void aSliceThatDoesNotFitItsTableIsRefused() {
        assertThatThrownBy(() -> ids(Table.EMPLOYEES, new Slice.Days(LocalDate.EPOCH, LocalDate.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("employees has no such range");
    }

    /** Column grants on what is captured suffice: no other column is ever asked for. */
    @Test
    void onlyCapturedColumnsAreRead() {
        String user = "captured_" + schema.database();
        List<String> grants = new ArrayList<>(List.of("CREATE USER " + user + "@'%' IDENTIFIED BY 'captured'"));
        Arrays.stream(Table.values())
                .map(table -> "GRANT SELECT (" + String.join(", ", table.columns()) + ") ON " + schema.database() + "."
                        + table.sqlName() + " TO " + user + "@'%'")
                .forEach(grants::add);
        TestServer.execute(schema, grants.toArray(String[]::new));
        TestServer.execute(
                schema,
                "INSERT INTO employees (id, name, personal_email, auth0_password) VALUES (7, 'E', 'private', 'secret')");
        pool.dispose();
        pool = MysqlPools.pool(
                new MysqlSettings(schema.host(), schema.port(), schema.database(), user, "captured", schema.sslMode()),
                "captured",
                1);

        assertThat(all(Table.EMPLOYEES)).containsExactly(employee(7, "E", true, 0L, null, null, null));
        Slice anHour = new Slice.Instants(NINE, NINE.plusSeconds(3600));
        assertThat(ids(Table.ACTIVITY_LOGS, anHour)).isEmpty();
        assertThat(ids(Table.CLOCK_TIMES, anHour)).isEmpty();
        assertThat(position()).as("told without any further grant").isNotEqualTo(SourcePosition.NONE);
    }

    @Test
    void otherWidthsOfNumbersReadTheSame() {
        TestServer.execute(
                schema,
                "ALTER TABLE activity_logs MODIFY id BIGINT UNSIGNED, MODIFY employee_id SMALLINT UNSIGNED NOT NULL,"
                        + " MODIFY items_count DECIMAL(12, 2), MODIFY window_start DATETIME(6) NOT NULL",
                "ALTER TABLE clock_times MODIFY total_minutes DOUBLE, MODIFY break_minutes TINYINT(1)",
                "INSERT INTO activity_logs (id, employee_id, items_count, window_start, source) VALUES"
                        + " (1, 65535, 5, '2026-01-15 15:00:00.000001', NULL)",
                "INSERT INTO clock_times (id, employee_id, clock_in, total_minutes, break_minutes) VALUES"
                        + " (2, 7, '2026-01-15 15:00:00', 479.5, 1)");

        assertThat(all(Table.ACTIVITY_LOGS))
                .containsExactly(new Row.Activity(1, 65_535, null, null, 5L, NINE.plusNanos(1_000), null, null, null));
        assertThat(all(Table.CLOCK_TIMES))
                .containsExactly(new Row.Clock(2, 7, NINE, null, new BigDecimal("479.5"), 1L));
    }

    @Test
    void aRowThatCannotBeReadSaysWhy() {
        TestServer.execute(
                schema,
                "ALTER TABLE activity_logs MODIFY items_count DECIMAL(12, 2)",
                "INSERT INTO activity_logs (id, employee_id, items_count, window_start) VALUES"
                        + " (17, 7, 5.5, '2026-01-15 15:00:00')");

        assertThat(all(Table.ACTIVITY_LOGS))
                .containsExactly(new Row.Unreadable(17, Table.ACTIVITY_LOGS, "items_count is no 64-bit integer"));
    }

    @Test
    void zeroDatesReadAsNothingAndNeverAsTheEpoch() {
        TestServer.execute(
                schema,
                "SET sql_mode = ''",
                "INSERT INTO clock_times (id, employee_id, clock_in, clock_out) VALUES"
                        + " (1, 7, '0000-00-00 00:00:00', NULL), (2, 7, '2026-01-15 15:00:00', '0000-00-00 00:00:00')");

        assertThat(all(Table.CLOCK_TIMES))
                .containsExactlyInAnyOrder(
                        new Row.Unreadable(1, Table.CLOCK_TIMES, "clock_in is NULL or a zero date"),
                        new Row.Clock(2, 7, NINE, null, null, null));
    }

    @Test
    void whatIsCommittedLaterIsNotSeenByAReadThatIsOpen() {
        SourceRows rows = new SourceRows(pool);
        List<Integer> counts = Objects.requireNonNull(rows.inOneRead(read -> count(read)
                        .doOnNext(before -> TestServer.execute(
                                schema, "INSERT INTO employees (name) VALUES ('committed while the read is open')"))
                        .flatMap(before -> count(read).map(after -> List.of(before, after))))
                .block(WITHIN));

        assertThat(counts).containsExactly(0, 0);
        assertThat(rows.inOneRead(SourceRowsContract::count).block(WITHIN)).isOne();
    }

    /** One writer, one row per transaction: the rows seen tell which transactions the snapshot contains. */
    @Test
    void theSnapshotContainsItsPositionUnderLoad() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        long base = transactions(position());
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                TestServer.execute(schema, insertsOf20());
            }
        });
        List<String> missing = new ArrayList<>();
        long last = 0;
        try {
            SourceRows rows = new SourceRows(pool);
            Instant deadline = Instant.now().plus(Duration.ofSeconds(3));
            while (Instant.now().isBefore(deadline)) {
                long[] seen = Objects.requireNonNull(rows.inOneRead(read -> count(read)
                                .map(count -> new long[] {transactions(read.positionAtLeast()) - base, count}))
                        .block(WITHIN));
                if (seen[0] > seen[1]) {
                    missing.add("position says " + seen[0] + ", rows say " + seen[1]);
                }
                last = seen[0];
            }
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(missing).isEmpty();
        assertThat(last).as("transactions seen").isGreaterThan(100);
    }

    private static String[] insertsOf20() {
        String[] inserts = new String[20];
        Arrays.fill(inserts, "INSERT INTO employees (name) VALUES ('one per transaction')");
        return inserts;
    }

    private static long transactions(SourcePosition position) {
        String text = position.text();
        return Long.parseLong(text.substring(text.lastIndexOf('-') + 1));
    }

    private SourcePosition position() {
        return Objects.requireNonNull(new SourceRows(pool)
                .inOneRead(read -> Mono.just(read.positionAtLeast()))
                .block(WITHIN));
    }

    private static Mono<Integer> count(SourceRead read) {
        return read.rows(Table.EMPLOYEES, Slice.WHOLE).count().map(Math::toIntExact);
    }

    /** One that nobody has awarded anything, as the schema says unasked. */
    private static Row employee(
            long id,
            String name,
            boolean active,
            @Nullable Long streak,
            @Nullable String email,
            @Nullable String user,
            @Nullable Instant archived) {
        return new Row.Employee(id, name, active, streak, email, user, archived, null, 0L, null, false);
    }

    private List<Row> all(Table table) {
        return rows(table, Slice.WHOLE);
    }

    private List<Long> ids(Table table, Slice slice) {
        return rows(table, slice).stream().map(Row::id).sorted().collect(Collectors.toList());
    }

    private List<Row> rows(Table table, Slice slice) {
        return Objects.requireNonNull(new SourceRows(pool)
                .inOneRead(read -> read.rows(table, slice).collectList())
                .block(WITHIN));
    }
}
