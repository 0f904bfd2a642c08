package hub.testkit.store;

import static hub.testkit.store.Commits.add;
import static hub.testkit.store.Commits.after;
import static hub.testkit.store.Commits.clearing;
import static hub.testkit.store.Commits.commit;
import static hub.testkit.store.Commits.expiring;
import static hub.testkit.store.Commits.first;
import static hub.testkit.store.Commits.insideTransactionAfter;
import static hub.testkit.store.Commits.put;
import static hub.testkit.store.Commits.remove;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Expiry;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.store.Announcement;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.ReadModelStore;
import hub.projections.store.Writes;
import hub.projections.store.Writes.PartitionWrites;
import hub.projections.time.CentralDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ReadModelStore} does. A subclass brings an empty store for each test. */
public abstract class ReadModelStoreContract {

    protected static final Generation G1 = new Generation(1);
    protected static final Generation G2 = new Generation(2);

    /** Two boards of sums and one of facts; the names of the sums share a beginning, which must not matter. */
    protected static final PartitionId MONDAY =
            new PartitionId("items", new Partition.Day(LocalDate.parse("2026-03-02")));

    protected static final PartitionId TUESDAY =
            new PartitionId("items", new Partition.Day(LocalDate.parse("2026-03-03")));
    protected static final PartitionId HOUR =
            new PartitionId("items-by-hour", new Partition.Hour(Instant.parse("2026-03-02T15:00:00Z")));
    protected static final PartitionId NAMES = new PartitionId("names", Partition.ALL);

    protected static final long ONE_ROW_OF_FIVE = new Tally(1, 5).packed();

    /** The store under test, empty at the start of each test. */
    protected abstract ReadModelStore store();

    /** The next announcement, waiting for it if it travels. */
    protected abstract Announcement nextAnnouncement();

    @Test
    void startsWithNothing() {
        assertThat(store().pointer()).isEqualTo(Pointer.NONE);
        assertThat(store().generations()).isEmpty();
        assertThat(store().checkpoint(G1)).isEmpty();
        assertThat(store().schemaHistory(G1)).isEmpty();
        assertThat(store().partitions(G1)).isEmpty();
        assertThat(store().fields(G1, MONDAY)).isEmpty();
    }

    @Test
    void appliesTheFirstCommit() {
        assertThat(store().commit(
                                G1, commit(null, first(), add(MONDAY, "7", ONE_ROW_OF_FIVE), put(NAMES, "7", "=Ana"))))
                .isEqualTo(new CommitOutcome.Applied());

        assertThat(store().checkpoint(G1)).contains(first());
        assertThat(store().fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(ONE_ROW_OF_FIVE)));
        assertThat(store().fields(G1, NAMES)).isEqualTo(Map.of("7", "=Ana"));
        assertThat(store().partitions(G1)).containsExactly(MONDAY, NAMES);
        assertThat(store().generations()).containsExactly(G1);
    }

    @Test
    void addsToWhatIsThere() {
        Checkpoint second = applied(first(), add(MONDAY, "7", ONE_ROW_OF_FIVE));
        applied(second, add(MONDAY, Map.of("7", new Tally(2, -3).packed(), "8", 1L)), add(HOUR, "x|y", 4));

        assertThat(store().fields(G1, MONDAY))
                .isEqualTo(Map.of("7", Long.toString(new Tally(3, 2).packed()), "8", "1"));
        assertThat(store().fields(G1, HOUR)).isEqualTo(Map.of("x|y", "4"));
    }

    @Test
    void keepsEveryBitOfALargeSum() {
        long rows = new Tally(2_000_000, 123_456_789_012L).packed();
        Checkpoint second = applied(first(), add(MONDAY, "7", rows));
        applied(second, add(MONDAY, "7", 1));

        assertThat(store().fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(rows + 1)));
    }

    @Test
    void recognisesACommitThatWentThrough() {
        Commit again = commit(null, first(), add(MONDAY, "7", 5));
        store().commit(G1, again);

        assertThat(store().commit(G1, again)).isEqualTo(new CommitOutcome.AlreadyApplied());
        assertThat(store().fields(G1, MONDAY)).isEqualTo(Map.of("7", "5"));
    }

    @Test
    void refusesACommitThatExpectsAnotherCheckpoint() {
        Checkpoint second = applied(first(), add(MONDAY, "7", 5));
        Checkpoint elsewhere = first().withSequence(second.sequence());

        assertThat(store().commit(G1, commit(elsewhere, after(second), add(MONDAY, "7", 1), add(TUESDAY, "7", 1))))
                .isEqualTo(new CommitOutcome.Refused(second));

        assertThat(store().checkpoint(G1)).contains(second);
        assertThat(store().partitions(G1)).containsExactly(MONDAY);
        assertThat(store().fields(G1, MONDAY)).isEqualTo(Map.of("7", "5"));
    }

    @Test
    void refusesASecondFirstCommit() {
        Checkpoint second = applied(first(), add(MONDAY, "7", 5));

        assertThat(store().commit(G1, commit(null, first().withSequence(1))))
                .isEqualTo(new CommitOutcome.Refused(second));
    }

    @Test
    void refusesToContinueWhatIsNotThere() {
        assertThat(store().commit(G1, commit(first(), after(first()), add(MONDAY, "7", 1))))
                .isEqualTo(new CommitOutcome.Refused(null));
        assertThat(store().fields(G1, MONDAY)).isEmpty();
    }

    @Test
    void insertThenDeleteLeavesNothing() {
        Checkpoint second = applied(first(), add(MONDAY, "7", ONE_ROW_OF_FIVE), put(NAMES, "7", "=Ana"));
        applied(second, add(MONDAY, "7", -ONE_ROW_OF_FIVE), remove(NAMES, "7"));

        assertThat(store().fields(G1, MONDAY)).isEmpty();
        assertThat(store().fields(G1, NAMES)).isEmpty();
        assertThat(store().partitions(G1)).isEmpty();
    }

    @Test
    void anEntryThatReachesZeroVanishesAndTheOthersStay() {
        Checkpoint second = applied(first(), add(MONDAY, Map.of("7", 3L, "8", 4L)));
        applied(second, add(MONDAY, "7", -3));

        assertThat(store().fields(G1, MONDAY)).isEqualTo(Map.of("8", "4"));
    }

    @Test
    void aFactIsReplacedAndRemoved() {
        Checkpoint second = applied(first(), put(NAMES, "7", "=Ana"), add(MONDAY, "7", 1));
        Checkpoint third = applied(second, put(NAMES, "7", "=Ana María | 🌱"));
        assertThat(store().fields(G1, NAMES)).isEqualTo(Map.of("7", "=Ana María | 🌱"));

        applied(third, remove(NAMES, "7"), remove(TUESDAY, "never there"));
        assertThat(store().fields(G1, NAMES)).isEmpty();
    }

    @Test
    void clearingABoardTakesItAloneAndKeepsWhatFollows() {
        Checkpoint second =
                applied(first(), add(MONDAY, "7", 1), add(TUESDAY, "7", 2), add(HOUR, "7", 3), put(NAMES, "7", "=Ana"));
        Checkpoint third = after(second);
        store().commit(G1, clearing(second, third, "items", add(TUESDAY, "8", 9)));

        assertThat(store().fields(G1, MONDAY)).isEmpty();
        assertThat(store().fields(G1, TUESDAY)).isEqualTo(Map.of("8", "9"));
        assertThat(store().fields(G1, HOUR)).isEqualTo(Map.of("7", "3"));
        assertThat(store().fields(G1, NAMES)).isEqualTo(Map.of("7", "=Ana"));
    }

    @Test
    void whatABoardDoesNotHoldAnyMoreGoesWholeAndIsAnnounced() {
        LocalDate tuesday = ((Partition.Day) TUESDAY.partition()).date();
        Instant midnight = new CentralDay(tuesday).start();
        PartitionId before = new PartitionId(HOUR.board(), new Partition.Hour(midnight.minusSeconds(3600)));
        PartitionId after = new PartitionId(HOUR.board(), new Partition.Hour(midnight));
        Checkpoint second = applied(
                first(),
                add(MONDAY, "7", 1),
                add(TUESDAY, "7", 2),
                add(before, "7", 3),
                add(after, "7", 4),
                put(NAMES, "7", "=Ana"));
        Checkpoint third = after(second);

        store().commit(G1, expiring(second, third, new Expiry(MONDAY.board(), tuesday), add(TUESDAY, "8", 9)));
        Checkpoint fourth = after(third);
        store().commit(G1, expiring(third, fourth, new Expiry(HOUR.board(), tuesday)));
        store().commit(G1, expiring(fourth, after(fourth), new Expiry(NAMES.board(), tuesday)));

        assertThat(store().fields(G1, MONDAY)).isEmpty();
        assertThat(store().fields(G1, TUESDAY)).isEqualTo(Map.of("7", "2", "8", "9"));
        assertThat(store().fields(G1, before)).isEmpty();
        assertThat(store().fields(G1, after)).isEqualTo(Map.of("7", "4"));
        assertThat(store().fields(G1, NAMES)).isEqualTo(Map.of("7", "=Ana"));
    }

    @Test
    void appendsSchemaHistoryInOrder() {
        List<String> create = List.of("create a", "create b\nwith two lines");
        Checkpoint second = after(first(), create);
        store().commit(G1, commit(null, first()));
        store().commit(G1, new Commit(first(), second, Writes.NONE, create));
        Commit alter = new Commit(second, after(second, List.of("alter a")), Writes.NONE, List.of("alter a"));
        store().commit(G1, alter);
        store().commit(G1, alter);

        assertThat(store().schemaHistory(G1)).containsExactly("create a", "create b\nwith two lines", "alter a");
        assertThat(store().checkpoint(G1))
                .map(checkpoint -> checkpoint.history().count())
                .contains(3);
    }

    @Test
    void oneCommitMayHaveMoreFieldsThanUsual() {
        Map<String, Long> increments = new HashMap<>();
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < 25_000; i++) {
            increments.put("entry-" + i, (long) i + 1);
            facts.put("key-" + i, "=value " + i);
        }
        applied(first(), add(MONDAY, increments), new PartitionWrites(NAMES, Map.of(), facts, Set.of()));

        assertThat(store().fields(G1, MONDAY)).hasSize(25_000).containsEntry("entry-24999", "25000");
        assertThat(store().fields(G1, NAMES)).isEqualTo(facts);
    }

    @Test
    void anOverflowDamagesTheGenerationForGood() {
        Checkpoint second = applied(first(), add(MONDAY, "7", Long.MAX_VALUE));
        Commit tooMuch = commit(second, after(second), add(MONDAY, "7", 1));

        assertThat(store().commit(G1, tooMuch)).isInstanceOf(CommitOutcome.Damaged.class);
        assertThat(store().commit(G1, tooMuch)).isInstanceOf(CommitOutcome.Damaged.class);
        assertThat(store().commit(G1, commit(second, after(second), add(TUESDAY, "7", 1))))
                .isInstanceOf(CommitOutcome.Damaged.class);
        assertThat(store().checkpoint(G1)).contains(second);
    }

    @Test
    void generationsDoNotTouchEachOther() {
        applied(first(), add(MONDAY, "7", 1));
        store().commit(G2, commit(null, first(), add(MONDAY, "7", 2)));

        assertThat(store().generations()).containsExactly(G1, G2);
        assertThat(store().fields(G1, MONDAY)).isEqualTo(Map.of("7", "1"));
        assertThat(store().fields(G2, MONDAY)).isEqualTo(Map.of("7", "2"));
    }

    @Test
    void discardLeavesNoTraceAndMayBeRepeated() {
        applied(first(), add(MONDAY, "7", 1), put(NAMES, "7", "=Ana"));
        store().commit(G2, commit(null, first(), add(MONDAY, "7", 2)));

        store().discard(G1);
        store().discard(G1);

        assertThat(store().generations()).containsExactly(G2);
        assertThat(store().checkpoint(G1)).isEmpty();
        assertThat(store().fields(G1, MONDAY)).isEmpty();
        assertThat(store().partitions(G1)).isEmpty();
        assertThat(store().schemaHistory(G1)).isEmpty();
        assertThat(store().fields(G2, MONDAY)).isEqualTo(Map.of("7", "2"));
        assertThat(store().commit(G1, commit(null, first()))).isEqualTo(new CommitOutcome.Applied());
    }

    @Test
    void movesThePointerOnlyFromWhereItIsExpected() {
        Pointer one = new Pointer(G1, null);
        Pointer two = new Pointer(G2, G1);

        assertThat(store().movePointer(one, two)).isFalse();
        assertThat(store().movePointer(Pointer.NONE, one)).isTrue();
        assertThat(store().movePointer(Pointer.NONE, two)).isFalse();
        assertThat(store().movePointer(one, two)).isTrue();
        assertThat(store().pointer()).isEqualTo(two);
        assertThat(store().movePointer(two, Pointer.NONE)).isTrue();
        assertThat(store().pointer()).isEqualTo(Pointer.NONE);
    }

    @Test
    void announcesEachCommitWithWhatItTouched() {
        Checkpoint second = applied(first(), add(MONDAY, "7", 1), put(NAMES, "7", "=Ana"));
        assertThat(nextAnnouncement()).isEqualTo(new Announcement(G1, first(), Set.of()));
        assertThat(nextAnnouncement()).isEqualTo(new Announcement(G1, second, Set.of(MONDAY, NAMES)));

        Checkpoint third = after(second);
        store().commit(G1, clearing(second, third, "items", add(HOUR, "7", 1)));
        assertThat(nextAnnouncement()).isEqualTo(new Announcement(G1, third, Set.of(MONDAY, HOUR)));
    }

    @Test
    void announcesALongTransactionOnceAtItsEnd() {
        Checkpoint second = applied(first(), add(NAMES, "0", 1));
        Checkpoint part1 = insideTransactionAfter(second);
        Checkpoint part2 = insideTransactionAfter(part1);
        Checkpoint end = after(part2);
        store().commit(G1, commit(second, part1, add(MONDAY, "7", 1)));
        store().commit(G1, commit(part1, part2, add(TUESDAY, "7", 1), add(MONDAY, "7", 1)));
        store().commit(G1, commit(part2, end, add(HOUR, "7", 1)));
        store().commit(G1, commit(end, after(end), add(TUESDAY, "9", 1)));

        assertThat(nextAnnouncement().checkpoint()).isEqualTo(first());
        assertThat(nextAnnouncement().checkpoint()).isEqualTo(second);
        assertThat(nextAnnouncement()).isEqualTo(new Announcement(G1, end, Set.of(MONDAY, TUESDAY, HOUR)));
        assertThat(nextAnnouncement()).isEqualTo(new Announcement(G1, after(end), Set.of(TUESDAY)));
    }

    @Test
    void aCommitThatIsNotAppliedAnnouncesNothing() {
        Checkpoint second = applied(first(), add(MONDAY, "7", 1));
        store().commit(G1, commit(first(), second, add(MONDAY, "7", 1)));
        store().commit(G1, commit(after(second), after(after(second)), add(MONDAY, "7", 1)));
        store().commit(G1, commit(second, after(second)));

        assertThat(nextAnnouncement().checkpoint()).isEqualTo(first());
        assertThat(nextAnnouncement().checkpoint()).isEqualTo(second);
        assertThat(nextAnnouncement().checkpoint()).isEqualTo(after(second));
    }

    /** Commits {@code writes} after {@code before}, making {@code before} the first commit if there is none yet. */
    protected Checkpoint applied(Checkpoint before, PartitionWrites... writes) {
        if (store().checkpoint(G1).equals(Optional.empty())) {
            store().commit(G1, commit(null, before));
        }
        Checkpoint next = after(before);
        assertThat(store().commit(G1, commit(before, next, writes))).isEqualTo(new CommitOutcome.Applied());
        return next;
    }
}
