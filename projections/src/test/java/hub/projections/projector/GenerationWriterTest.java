package hub.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Canary;
import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.store.Checkpoint;
import hub.projections.store.Checkpoint.Phase;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GenerationWriterTest {

    private static final Generation G = new Generation(1);
    private static final Checkpoint FIRST = Checkpoint.filling("server", Horizon.UNLIMITED, "digest");
    private static final Instant START = Instant.parse("2026-01-15T15:00:00Z");

    private final GateStore store = new GateStore();
    private final RecordingListener listener = new RecordingListener();
    private final GenerationWriter writer;

    GenerationWriterTest() {
        store.commit(G, new Commit(null, FIRST, Writes.NONE, List.of()));
        store.arrived.drainPermits();
        writer = new GenerationWriter(store, G, FIRST, Catalog.MODELS, listener);
    }

    @AfterEach
    void close() {
        writer.close();
        store.permits.release(1_000);
    }

    @Test
    void aTransactionIsOneCommitWithItsPosition() throws InterruptedException {
        writer.change(picking(1, 10), () -> Optional.of("unused"));
        writer.change(picking(2, 5), () -> Optional.of("unused"));
        writer.transactionEnd(progress(1));
        writer.drain();

        assertThat(listener.commits).hasSize(1);
        Checkpoint stored = store.checkpoint(G).orElseThrow();
        assertThat(stored.sequence()).isEqualTo(2);
        assertThat(stored.phase()).isEqualTo(Phase.STREAMING);
        assertThat(stored.resume()).isEqualTo("at-1");
        assertThat(stored.position()).isEqualTo(new SourcePosition.BinlogFile("binlog", 1));
        assertThat(leaderboard()).containsValue(Long.toString((2L << 40) + 15));
    }

    @Test
    void changesOfAnOpenTransactionAreNotVisible() throws InterruptedException {
        writer.transactionEnd(progress(1));
        writer.change(picking(1, 10), () -> Optional.of("unused"));
        writer.drain();

        assertThat(leaderboard()).isEmpty();
    }

    @Test
    void transactionsGatherWhileACommitIsUnderWay() throws InterruptedException {
        store.permits.drainPermits();
        writer.transactionEnd(progress(1));
        writer.batchEnd();
        store.arrived.acquire();
        for (int i = 2; i <= 10; i++) {
            writer.change(picking(i, 1), () -> Optional.of("unused"));
            writer.transactionEnd(progress(i));
        }
        store.permits.release(1_000);
        writer.drain();

        assertThat(listener.commits).hasSize(2);
        assertThat(store.checkpoint(G).orElseThrow().resume()).isEqualTo("at-10");
    }

    @Test
    void transactionsGatherWhileTheSourceHasMoreAtHand() throws InterruptedException {
        for (int i = 1; i <= 10; i++) {
            writer.change(picking(i, 1), () -> Optional.of("unused"));
            writer.transactionEnd(progress(i));
        }
        writer.batchEnd();
        store.arrived.acquire();
        writer.drain();

        assertThat(listener.commits).hasSize(1);
        assertThat(store.checkpoint(G).orElseThrow().resume()).isEqualTo("at-10");
    }

    @Test
    void whatIsMuchWaitsForNoMore() throws InterruptedException {
        for (int i = 1; i <= 2_000; i++) {
            writer.change(
                    Change.RowChanged.inserted(new Row.Employee(i, "E" + i, true, 0L)), () -> Optional.of("unused"));
        }
        writer.transactionEnd(progress(1));
        assertThat(store.arrived.tryAcquire(10, TimeUnit.SECONDS))
                .as("a commit though the batch goes on")
                .isTrue();
    }

    @Test
    void aSnapshotIsCommittedWhenItIsMuchAndAtItsEnd() throws InterruptedException {
        store.permits.drainPermits();
        snapshotRows(1, 9_000);
        writer.batchEnd();
        snapshotRows(9_001, 10_000);
        store.arrived.acquire();
        store.permits.release(1_000);

        snapshotRows(10_001, 10_001);
        writer.snapshotCompleted(progress(1));
        writer.batchEnd();
        store.arrived.acquire();
        writer.drain();
        assertThat(listener.commits)
                .extracting(commit -> commit.writes().size())
                .containsExactly(10_000, 1);
        assertThat(store.checkpoint(G).orElseThrow().phase()).isEqualTo(Phase.STREAMING);
    }

    private void snapshotRows(int from, int to) {
        for (int i = from; i <= to; i++) {
            writer.snapshotRow(Change.RowChanged.inserted(new Row.Employee(i, "E" + i, true, 0L)));
        }
    }

    @Test
    void aLongTransactionIsCommittedInMarkedParts() throws InterruptedException {
        for (int i = 1; i <= ChangeSink.MAX_TRANSACTION; i++) {
            writer.change(picking(i, 1), () -> Optional.of("inside"));
        }
        writer.drain();
        Checkpoint inside = store.checkpoint(G).orElseThrow();
        assertThat(inside.midTransaction()).isTrue();
        assertThat(inside.resume()).isEqualTo("inside");
        assertThat(inside.position()).isEqualTo(SourcePosition.NONE);

        writer.change(picking(ChangeSink.MAX_TRANSACTION + 1, 1), () -> Optional.of("inside"));
        writer.transactionEnd(progress(1));
        writer.drain();
        assertThat(store.checkpoint(G).orElseThrow().midTransaction()).isFalse();
        assertThat(leaderboard()).containsValue(Long.toString((10_001L << 40) + 10_001));
    }

    @Test
    void aPartDoesNotEndWhereNobodyCanResume() throws InterruptedException {
        for (int i = 1; i <= ChangeSink.MAX_TRANSACTION; i++) {
            writer.change(picking(i, 1), Optional::empty);
        }
        writer.batchEnd();
        writer.change(picking(ChangeSink.MAX_TRANSACTION + 1, 1), () -> Optional.of("behind both"));
        writer.drain();
        Checkpoint inside = store.checkpoint(G).orElseThrow();
        assertThat(inside.resume()).isEqualTo("behind both");
        assertThat(inside.sequence()).isEqualTo(2);
        assertThat(leaderboard()).containsValue(Long.toString((10_001L << 40) + 10_001));
    }

    @Test
    void anUnreachableStoreIsRetriedWithTheSameCommit() throws InterruptedException {
        store.failures.set(2);
        writer.change(picking(1, 10), () -> Optional.of("unused"));
        writer.transactionEnd(progress(1));
        writer.drain();

        assertThat(listener.outages).hasSize(2);
        assertThat(leaderboard()).containsValue(Long.toString((1L << 40) + 10));
    }

    @Test
    void aLostReplyAppliesNothingTwice() throws InterruptedException {
        store.lostReplies.set(1);
        writer.change(picking(1, 10), () -> Optional.of("unused"));
        writer.transactionEnd(progress(1));
        writer.drain();

        assertThat(leaderboard()).containsValue(Long.toString((1L << 40) + 10));
        assertThat(store.checkpoint(G).orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void anotherWritersCommitStopsThisOne() {
        Checkpoint foreign = FIRST.streamedTo(progress(99)).withSequence(2);
        store.commit(G, new Commit(FIRST, foreign, Writes.NONE, List.of()));
        writer.transactionEnd(progress(1));

        assertThatThrownBy(writer::drain)
                .isInstanceOfSatisfying(
                        PipelineStopped.class,
                        stopped -> assertThat(stopped.outcome()).isEqualTo(new CommitOutcome.Refused(foreign)));
        assertThatThrownBy(() -> writer.transactionEnd(progress(2))).isInstanceOf(PipelineStopped.class);
        assertThat(store.checkpoint(G)).contains(foreign);
    }

    @Test
    void whatCancelsOutIsNotWritten() throws InterruptedException {
        Row row = activity(1, 10);
        writer.change(Change.RowChanged.inserted(row), () -> Optional.of("unused"));
        writer.change(Change.RowChanged.updated(row, activity(1, 12)), () -> Optional.of("unused"));
        writer.change(Change.RowChanged.deleted(activity(1, 12)), () -> Optional.of("unused"));
        writer.transactionEnd(progress(1));
        writer.drain();

        assertThat(listener.commits.getFirst().writes().partitions())
                .noneMatch(writes -> !writes.increments().isEmpty());
        assertThat(store.partitions(G)).isEmpty();
    }

    @Test
    void theCanaryTravelsWithItsTransaction() throws InterruptedException {
        Canary canary = new Canary(7, START);
        writer.change(new Change.CanaryReturned(canary), () -> Optional.of("unused"));
        writer.transactionEnd(progress(1));
        writer.drain();

        assertThat(store.checkpoint(G).orElseThrow().canary()).isEqualTo(canary);
    }

    @Test
    void schemaHistoryIsPartOfTheCheckpoint() throws InterruptedException {
        writer.transactionEnd(new SourceProgress(
                "at-1", new SourcePosition.BinlogFile("binlog", 1), START, List.of("create", "alter")));
        writer.drain();

        assertThat(store.schemaHistory(G)).containsExactly("create", "alter");
        assertThat(store.checkpoint(G).orElseThrow().history().count()).isEqualTo(2);
    }

    @Test
    void cellsBeforeTheHorizonAreDropped() throws InterruptedException {
        Generation bounded = new Generation(2);
        LocalDate day = LocalDate.parse("2026-01-15");
        Checkpoint first = Checkpoint.filling("server", new Horizon(day, day), "digest");
        store.commit(bounded, new Commit(null, first, Writes.NONE, List.of()));
        try (GenerationWriter held = new GenerationWriter(store, bounded, first, Catalog.MODELS, listener)) {
            held.change(
                    Change.RowChanged.inserted(activity(1, 10, "2026-01-15T05:59:59Z")), () -> Optional.of("unused"));
            held.transactionEnd(progress(1));
            held.drain();
            assertThat(store.partitions(bounded)).isEmpty();
            held.change(
                    Change.RowChanged.inserted(activity(2, 10, "2026-01-15T06:00:00Z")), () -> Optional.of("unused"));
            held.transactionEnd(progress(2));
            held.drain();
            assertThat(store.partitions(bounded)).hasSize((int) Catalog.MODELS.stream()
                    .filter(model -> model.source() == Table.ACTIVITY_LOGS)
                    .count());
        }
    }

    @Test
    void aMovedHorizonTakesWhatIsOlderWholeAndInOneCommit() throws InterruptedException {
        Instant midnight = Instant.parse("2026-01-15T06:00:00Z");
        writer.change(Change.RowChanged.inserted(activity(1, 10, "2026-01-14T15:00:00Z")), () -> Optional.of("unused"));
        writer.change(Change.RowChanged.inserted(activity(2, 10, "2026-01-15T05:59:59Z")), () -> Optional.of("unused"));
        writer.change(Change.RowChanged.inserted(activity(3, 10, midnight.toString())), () -> Optional.of("unused"));
        writer.change(Change.RowChanged.inserted(new Row.Employee(1, "E1", true, 0L)), () -> Optional.of("unused"));
        writer.transactionEnd(progress(1));
        writer.drain();
        List<PartitionId> before = store.partitions(G);
        Checkpoint at = store.checkpoint(G).orElseThrow();

        LocalDate day = LocalDate.parse("2026-01-15");
        writer.change(Change.RowChanged.inserted(activity(4, 10, "2026-01-15T05:59:58Z")), () -> Optional.of("unused"));
        writer.moveHorizon(new Horizon(day, day));
        writer.transactionEnd(progress(2));
        writer.drain();

        Checkpoint now = store.checkpoint(G).orElseThrow();
        assertThat(now.horizon()).isEqualTo(new Horizon(day, day));
        assertThat(store.partitions(G))
                .isEqualTo(before.stream()
                        .filter(id -> id.partition().equals(Partition.ALL)
                                || id.partition().equals(new Partition.Day(day))
                                || id.partition().equals(new Partition.Hour(midnight)))
                        .toList())
                .hasSizeLessThan(before.size());
        assertThat(at.horizon()).isEqualTo(Horizon.UNLIMITED);

        writer.moveHorizon(new Horizon(day.minusDays(1), day.minusDays(1)));
        writer.moveHorizon(Horizon.UNLIMITED);
        writer.drain();
        assertThat(store.checkpoint(G).orElseThrow()).as("never back").isEqualTo(now);
    }

    @Test
    void aHorizonMovesThoughNothingElseHappens() throws InterruptedException {
        writer.change(Change.RowChanged.inserted(activity(1, 10, "2026-01-14T15:00:00Z")), () -> Optional.of("unused"));
        writer.transactionEnd(progress(1));
        writer.drain();

        LocalDate day = LocalDate.parse("2026-01-15");
        writer.moveHorizon(new Horizon(day, day));
        writer.drain();

        assertThat(store.partitions(G)).isEmpty();
        assertThat(store.checkpoint(G).orElseThrow().position()).isEqualTo(new SourcePosition.BinlogFile("binlog", 1));
    }

    private Map<String, String> leaderboard() {
        return store.fields(G, LeaderboardDay.BOARD.in(new Partition.Day(LocalDate.parse("2026-01-15"))));
    }

    private static Change picking(long id, long items) {
        return Change.RowChanged.inserted(activity(id, items));
    }

    private static Row.Activity activity(long id, long items) {
        return activity(id, items, START.toString());
    }

    private static Row.Activity activity(long id, long items, String start) {
        Instant begin = Instant.parse(start);
        return new Row.Activity(id, 1, 3L, "Picking", items, begin, begin.plusSeconds(599), "Picking", "podfactory");
    }

    private static SourceProgress progress(long position) {
        return new SourceProgress(
                "at-" + position, new SourcePosition.BinlogFile("binlog", position), START, List.of());
    }
}
