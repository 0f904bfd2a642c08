package hub.redis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class WholeReadTest {

    private static final Generation G1 = new Generation(1);
    private static final PartitionId WINDOWS = id("windows");
    private static final PartitionId SUMS = id("sums");
    private static final PartitionId NAMES = id("names");

    /** The size of each partition, and its version; what the script of a look replies. */
    private final Map<PartitionId, Integer> sizes = new LinkedHashMap<>();

    private final Map<PartitionId, PartitionVersion> versions = new HashMap<>();
    private final List<Integer> asked = new ArrayList<>();
    private Set<PartitionId> hot = Set.of();
    private long sequence = 1;

    private static PartitionId id(String board) {
        return new PartitionId(board, new Partition.All());
    }

    private void holds(PartitionId id, int fields) {
        sizes.put(id, fields);
        versions.put(id, new PartitionVersion(1, "a"));
    }

    private Mono<ReadResult> look(Map<PartitionId, @Nullable PartitionVersion> held, int fields) {
        asked.add(fields);
        Map<PartitionId, PartitionRead> changed = new HashMap<>();
        Set<PartitionId> unsent = new LinkedHashSet<>();
        Set<PartitionId> waiting = new LinkedHashSet<>();
        int left = fields;
        for (PartitionId id : held.keySet()) {
            PartitionVersion now = requireNonNull(versions.get(id));
            if (now.equals(held.get(id))) {
                continue;
            }
            if (left <= 0) {
                (hot.contains(id) ? unsent : waiting).add(id); // the worst order there is
            } else {
                left -= requireNonNull(sizes.get(id));
                changed.put(id, new PartitionRead(now, Map.of("at", Long.toString(now.sequence()))));
            }
        }
        unsent.addAll(waiting);
        ReadResult sent = new ReadResult(
                G1,
                Checkpoint.filling("server", Horizon.UNLIMITED, "digest").withSequence(sequence),
                Marks.NONE,
                changed,
                unsent);
        sequence++;
        hot.forEach(id -> versions.put(id, new PartitionVersion(sequence, "a")));
        return Mono.just(sent);
    }

    private ReadResult read() {
        Map<PartitionId, @Nullable PartitionVersion> nothing = new LinkedHashMap<>();
        sizes.keySet().forEach(id -> nothing.put(id, null));
        return requireNonNull(WholeRead.of(this::look, nothing).block());
    }

    private static Map<PartitionId, Long> sequences(ReadResult read) {
        Map<PartitionId, Long> sequences = new HashMap<>();
        read.changed().forEach((id, sent) -> sequences.put(id, sent.version().sequence()));
        return sequences;
    }

    @Test
    void whatFitsTakesOneLook() {
        holds(WINDOWS, 9_999);
        holds(SUMS, 5);

        assertThat(read().changed()).containsOnlyKeys(WINDOWS, SUMS);
        assertThat(asked).containsExactly(10_000);
    }

    @Test
    void whatStandsStillIsSentInPiecesOfOneSize() {
        holds(WINDOWS, 10_000);
        holds(SUMS, 10_000);
        holds(NAMES, 10_000);

        assertThat(read().changed()).containsOnlyKeys(WINDOWS, SUMS, NAMES);
        assertThat(asked).containsExactly(10_000, 10_000, 10_000);
    }

    @Test
    void whatChangesWhileTheRestIsSentDoesNotKeepItAway() {
        holds(WINDOWS, 30_000);
        holds(SUMS, 15_000);
        holds(NAMES, 10);
        hot = Set.of(WINDOWS, SUMS);

        ReadResult read = read();

        // The last look sent both hot partitions, so all of it stands at that look's checkpoint.
        long last = read.checkpoint().sequence();
        assertThat(read.isWhole()).isTrue();
        assertThat(sequences(read)).isEqualTo(Map.of(WINDOWS, last, SUMS, last, NAMES, 1L));
        assertThat(asked).containsExactly(10_000, 10_000, 10_000, 20_000);
    }

    @Test
    void goesOnForAsLongAsThereIsSomethingNew() {
        holds(WINDOWS, 1_000);
        for (int day = 0; day < 400; day++) {
            holds(id("day-" + day), 10_000);
        }
        hot = Set.of(WINDOWS);

        ReadResult read = read();

        assertThat(read.isWhole()).isTrue();
        assertThat(read.changed()).hasSize(401);
        assertThat(sequences(read)).containsEntry(WINDOWS, read.checkpoint().sequence());
    }

    @Test
    void doesNotWaitForAPauseInTheCommits() {
        holds(WINDOWS, 160_000);
        holds(SUMS, 160_000);
        hot = Set.of(WINDOWS, SUMS);

        assertThatThrownBy(this::read)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("read 2 partitions of g1")
                .hasRootCauseMessage("they change faster than they are sent");
        assertThat(asked).hasSize(12).endsWith(160_000).doesNotContain(320_000);
    }
}
