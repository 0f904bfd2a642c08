package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Catalog;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.projector.PartitionBuilder;
import hub.projections.scores.StoredScores;
import hub.projections.shifts.ShiftDay;
import hub.projections.source.SourceTables;
import hub.projections.windows.WindowHour;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What the last rung promises on every server: the partitions that the store would hold. */
abstract class MysqlBoardsContract {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private MysqlSettings schema = new MysqlSettings("unset", 1, "unset", "unset", "", SslMode.PREFERRED);
    private ConnectionPool pool = MysqlPools.pool(schema, "unset", 1);

    abstract TestServer server();

    @BeforeEach
    void connect() {
        schema = server().migratedSchema();
        pool = MysqlPools.pool(schema, "test", 2);
        // Vector T3: the spring day, and an employee who moved a day; shifts and scores around the same edges.
        TestServer.execute(
                schema,
                "INSERT INTO employees (id, name) VALUES (1, 'E1'), (2, 'E2')",
                "INSERT INTO role_configs (id, role_name, role_type, multiplier) VALUES (2, 'Packer', 'continuous', 1)",
                "INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start, department,"
                        + " source) VALUES (1, 2, 'QC Passed', 1, '2026-03-08 05:59:59', 'Packing', 'podfactory'),"
                        + " (1, 2, 'QC Passed', 2, '2026-03-08 06:00:00', 'Packing', 'podfactory'),"
                        + " (1, 2, 'QC Passed', 4, '2026-03-09 04:59:59', 'Packing', 'podfactory'),"
                        + " (1, 2, 'QC Passed', 8, '2026-03-09 05:00:00', 'Packing', 'manual'),"
                        + " (2, NULL, NULL, NULL, '2026-03-09 05:00:00', NULL, NULL)",
                "INSERT INTO clock_times (employee_id, clock_in, clock_out) VALUES"
                        + " (1, '2026-03-08 05:59:59', '2026-03-08 14:00:00'), (1, '2026-03-08 06:00:00', NULL),"
                        + " (2, '2026-03-08 14:00:00', '2026-03-10 05:00:00')",
                "INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned) VALUES"
                        + " (1, '2026-03-07', 1, 1.00), (1, '2026-03-08', 6, 6.00), (1, '2026-03-09', 8, 8.00)");
    }

    @AfterEach
    void disconnect() {
        pool.dispose();
    }

    @Test
    void aCentralDayHasItsOwnRows() {
        assertThat(items("2026-03-07")).isEqualTo(1);
        assertThat(items("2026-03-08")).isEqualTo(6);
        assertThat(items("2026-03-09")).isEqualTo(8);
        assertThat(items("2026-03-10")).isZero();
        assertThat(ShiftDay.BOARD
                        .decode()
                        .apply(load(day(ShiftDay.BOARD.name(), "2026-03-08")))
                        .of(1))
                .hasSize(1);
        assertThat(StoredScores.BOARD
                        .decode()
                        .apply(load(day(StoredScores.BOARD.name(), "2026-03-08")))
                        .byEmployee())
                .containsOnlyKeys(1L);
    }

    @Test
    void aTableThatIsNotThereIsKnownToBeMissing() {
        assertThat(load(SourceTables.PARTITION))
                .containsValue("team_challenges")
                .containsValue("hub_seals");

        TestServer.execute(schema, "DROP TABLE team_challenges");

        Map<String, String> left = load(SourceTables.PARTITION);
        assertThat(left).doesNotContainValue("team_challenges").containsValue("department_targets");
        assertThat(SourceTables.BOARD.decode().apply(left).has(Table.EMPLOYEES)).isTrue();
    }

    /** Each partition alone, and all together, equal what one pass over all rows makes of them. */
    @Test
    void everyPartitionEqualsWhatTheWholeTablesGive() {
        Map<PartitionId, Map<String, String>> expected = fromAllRows();
        assertThat(expected.keySet())
                .extracting(PartitionId::board)
                .contains("leaderboard", "departments", "heatmap", "windows", "shifts", "clockouts", "scores")
                .contains("employees", "roles");

        assertThat(load(expected.keySet())).isEqualTo(expected);
        expected.forEach((partition, fields) ->
                assertThat(load(partition)).as(partition.text()).isEqualTo(fields));
    }

    @Test
    void whatHasNoRowsIsAnEmptyPartition() {
        PartitionId hour = WindowHour.BOARD.in(Partition.Hour.of(Instant.parse("2026-03-08T12:00:00Z")));
        assertThat(load(Set.of(hour))).isEqualTo(Map.of(hour, Map.of()));
    }

    @Test
    void severalStepsShareOneRead() {
        List<Map<PartitionId, Map<String, String>>> steps =
                Objects.requireNonNull(boards().inOneRead(read -> read.load(Set.of(Employees.PARTITION))
                                .doOnNext(first -> TestServer.execute(
                                        schema,
                                        "INSERT INTO employees (id, name) VALUES (3, 'E3')",
                                        "INSERT INTO role_configs (id, role_name, role_type, multiplier)"
                                                + " VALUES (3, 'Picker', 'batch', 0.5)"))
                                .flatMap(first -> read.load(Set.of(Employees.PARTITION, Roles.PARTITION))
                                        .map(second -> List.of(first, second))))
                        .block(WITHIN));

        Map<String, String> employees = Objects.requireNonNull(steps.getFirst().get(Employees.PARTITION));
        assertThat(employees).containsOnlyKeys("1", "2");
        assertThat(steps.getLast()).containsEntry(Employees.PARTITION, employees);
        assertThat(steps.getLast().get(Roles.PARTITION)).containsOnlyKeys("2");
    }

    @Test
    void anUnknownBoardIsNamed() {
        assertThatThrownBy(() -> load(new PartitionId("nonsense", Partition.ALL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no read model feeds a board named nonsense");
    }

    private long items(String date) {
        return LeaderboardDay.BOARD
                .decode()
                .apply(load(day(LeaderboardDay.BOARD.name(), date)))
                .of(1)
                .items();
    }

    private static PartitionId day(String board, String date) {
        return new PartitionId(board, new Partition.Day(LocalDate.parse(date)));
    }

    private MysqlBoards boards() {
        return new MysqlBoards(new SourceRows(pool), Catalog.MODELS);
    }

    private Map<String, String> load(PartitionId partition) {
        return Objects.requireNonNull(load(Set.of(partition)).get(partition));
    }

    private Map<PartitionId, Map<String, String>> load(Set<PartitionId> partitions) {
        return Objects.requireNonNull(
                boards().inOneRead(read -> read.load(partitions)).block(WITHIN));
    }

    private Map<PartitionId, Map<String, String>> fromAllRows() {
        PartitionBuilder builder = new PartitionBuilder(Catalog.MODELS);
        List<Row> rows = Objects.requireNonNull(new SourceRows(pool)
                .inOneRead(read -> Flux.just(
                                Table.EMPLOYEES,
                                Table.ROLE_CONFIGS,
                                Table.ACTIVITY_LOGS,
                                Table.CLOCK_TIMES,
                                Table.DAILY_SCORES)
                        .concatMap(table -> read.rows(table, Slice.WHOLE))
                        .collectList())
                .block(WITHIN));
        rows.forEach(builder::add);
        return new HashMap<>(builder.partitions());
    }
}
