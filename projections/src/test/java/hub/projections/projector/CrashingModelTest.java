package hub.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.model.ReadModel;
import hub.projections.parked.ParkedRows;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.Parked;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Row 49 of the fault matrix: one model fails on one row, always. It is asked once a change, and nobody else notices. */
@Timeout(30)
class CrashingModelTest {

    private static final Generation G = new Generation(1);
    private static final Checkpoint FIRST = Checkpoint.filling("server", Horizon.UNLIMITED, "digest");
    private static final Instant START = Instant.parse("2026-01-15T15:00:00Z");
    private static final long SECRET = 4_711;

    private final InMemoryStore store = new InMemoryStore();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theRowIsParkedAtOnceAndTheOthersGoOn() throws InterruptedException {
        store.commit(G, new Commit(null, FIRST, Writes.NONE, List.of()));
        List<ReadModel<?>> models = Catalog.MODELS.stream()
                .<ReadModel<?>>map(model -> model.board().equals(LeaderboardDay.BOARD) ? crashing() : model)
                .toList();
        try (GenerationWriter writer = new GenerationWriter(store, G, FIRST, models, new WriterListener() {})) {
            commit(writer, 1, Change.RowChanged.inserted(row(1, 5)), Change.RowChanged.inserted(row(2, SECRET)));

            assertThat(asked).as("times that the model was asked").hasValue(2);
            assertThat(parked()).isEqualTo(Map.of(LeaderboardDay.BOARD.name(), 1L));
            Map<String, String> listed = store.fields(G, ParkedRows.partition(Table.ACTIVITY_LOGS));
            assertThat(listed).containsOnlyKeys("2");
            assertThat(listed.get("2"))
                    .contains("IllegalStateException while its cells were computed")
                    .doesNotContain(Long.toString(SECRET));
            assertThat(store.partitions(G))
                    .as("boards that hold what they can, and the list")
                    .contains(
                            ParkedRows.partition(Table.ACTIVITY_LOGS),
                            LeaderboardDay.BOARD.in(new Partition.Day(LocalDate.parse("2026-01-15"))))
                    .hasSize(1
                            + (int) Catalog.MODELS.stream()
                                    .filter(model -> model.source() == Table.ACTIVITY_LOGS)
                                    .count());

            commit(writer, 2, Change.RowChanged.updated(row(2, SECRET), row(2, 7)));

            assertThat(parked()).isEmpty();
            assertThat(store.fields(G, ParkedRows.partition(Table.ACTIVITY_LOGS)))
                    .isEmpty();
            Map<String, String> board =
                    store.fields(G, LeaderboardDay.BOARD.in(new Partition.Day(LocalDate.parse("2026-01-15"))));
            assertThat(board.values()).hasSize(1);
        }
    }

    private Map<String, Long> parked() {
        Parked parked = store.checkpoint(G).orElseThrow().parked();
        return Map.copyOf(parked.byBoard());
    }

    private void commit(GenerationWriter writer, long position, Change... changes) throws InterruptedException {
        for (Change change : changes) {
            writer.change(change, () -> Optional.of("unused"));
        }
        writer.transactionEnd(new SourceProgress(
                "at-" + position, new SourcePosition.BinlogFile("binlog", position), START, List.of()));
        writer.drain();
    }

    private ReadModel<Row.Activity> crashing() {
        return new ReadModel<>(LeaderboardDay.BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, (row, cells) -> {
            asked.incrementAndGet();
            if (row.itemsCount() != null && row.itemsCount() == SECRET) {
                throw new IllegalStateException("cannot take " + row.itemsCount());
            }
            LeaderboardDay.MODEL.cells(row, cells);
        });
    }

    private static Row.Activity row(long id, long items) {
        return new Row.Activity(id, 1, 3L, "Picking", items, START, START.plusSeconds(599), "Picking", "podfactory");
    }
}
