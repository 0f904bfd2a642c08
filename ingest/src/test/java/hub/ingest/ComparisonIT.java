package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.ingest.sql.ConsistentRead;
import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Change;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row matters, wherever the ranges' edges fall: a range is a day here. */
class ComparisonIT {

    private static final Generation G = new Generation(1);

    private final MariaDbServer server = MariaDbServer.shared();
    private final InMemoryStore store = new InMemoryStore();

    @BeforeEach
    void sevenDays() {
        server.emptyTables();
        server.sql(
                "INSERT INTO employees (name) VALUES ('Ann'), ('Bob')",
                "INSERT INTO role_configs VALUES (3, 'Picker', 'batch', 1.5, 60, 15, 1000)");
        for (int day = 4; day <= 10; day++) {
            server.sql(
                    "INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start, department)"
                            + " VALUES (1, 3, 'Picking', 10, '2026-03-%02d 05:59:59', 'Picking')".formatted(day)
                            + ", (2, 3, 'Picking', 20, '2026-03-%02d 06:00:00', 'Picking')".formatted(day),
                    "INSERT INTO clock_times (employee_id, clock_in, clock_out)"
                            + " VALUES (1, '2026-03-%02d 14:00:00', '2026-03-%02d 07:00:00')".formatted(day, day + 1),
                    "INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned)"
                            + " VALUES (1, '2026-03-%02d', 10, 15)".formatted(day));
        }
        server.sql(
                "INSERT INTO activity_logs (employee_id, items_count) VALUES (1, 5)",
                "SET SESSION sql_mode = ''",
                "INSERT INTO clock_times (employee_id, clock_in) VALUES (2, '0000-00-00 00:00:00')");
    }

    @Test
    void whatWasFilledFromTheSameRowsIsEqual() throws Exception {
        fill(Horizon.UNLIMITED);
        assertThat(store.partitions(G)).extracting(PartitionId::text).contains("parked-clock_times:all");
        assertThat(difference(Horizon.UNLIMITED)).isEmpty();
    }

    @Test
    void whatTheHorizonLeavesOutIsNotMissed() throws Exception {
        Horizon horizon = new Horizon(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 9));
        fill(horizon);
        assertThat(difference(horizon)).isEmpty();
        assertThat(difference(Horizon.UNLIMITED)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE activity_logs SET items_count = 11 WHERE window_start = '2026-03-07 05:59:59'                | 2026-03-06
            UPDATE activity_logs SET window_start = '2026-03-07 06:00:00' WHERE window_start = '2026-03-07 05:59:59' | 2026-03-0
            DELETE FROM activity_logs WHERE window_start = '2026-03-10 06:00:00'                                | 2026-03-10
            INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (1, 1, '2025-01-01 12:00:00') | 2025-01-01
            INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (1, 1, '2027-01-01 12:00:00') | 2027-01-01
            UPDATE clock_times SET clock_out = '2026-03-08 05:59:59' WHERE clock_in = '2026-03-07 14:00:00'      | 2026-03-0
            UPDATE clock_times SET clock_out = '2026-03-20 12:00:00' WHERE clock_in = '2026-03-07 14:00:00'      | 2026-03-
            DELETE FROM clock_times WHERE clock_in < '2000-01-01'                                               | parked-clock_times:all
            UPDATE daily_scores SET points_earned = 16 WHERE score_date = '2026-03-04'                          | 2026-03-04
            UPDATE employees SET name = 'Anne' WHERE id = 1                                                     | employees:all
            """)
    void whateverDiffersIsFound(String change, String where) throws Exception {
        fill(Horizon.UNLIMITED);
        server.sql("SET SESSION sql_mode = ''", change);
        assertThat(difference(Horizon.UNLIMITED))
                .hasValueSatisfying(what -> assertThat(what).contains(where).contains("differs from the source in"));
    }

    private Optional<String> difference(Horizon horizon) throws Exception {
        try (ConsistentRead read = ConsistentRead.open(server.settings(), position -> {})) {
            return new Comparison(store, G, horizon, Catalog.MODELS, read, 1).difference(30);
        }
    }

    private void fill(Horizon horizon) throws Exception {
        Checkpoint filling = Checkpoint.filling("test", horizon, Catalog.DIGEST);
        store.commit(G, new Commit(null, filling, Writes.NONE, List.of()));
        try (ConsistentRead read = ConsistentRead.open(server.settings(), position -> {});
                GenerationWriter writer =
                        new GenerationWriter(store, G, filling, Catalog.MODELS, new WriterListener() {})) {
            read.forEachRow(row -> writer.snapshotRow(Change.RowChanged.inserted(row)));
            writer.snapshotCompleted(new SourceProgress("{}", read.position(), null, List.of(), read.tables()));
            writer.drain();
        }
    }
}
