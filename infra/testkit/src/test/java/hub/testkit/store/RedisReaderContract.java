package hub.testkit.store;

import static hub.testkit.store.Commits.add;
import static hub.testkit.store.Commits.after;
import static hub.testkit.store.Commits.commit;
import static hub.testkit.store.Commits.first;
import static hub.testkit.store.Commits.put;
import static hub.testkit.store.RedisUnderTest.answer;
import static hub.testkit.store.Samples.G1;
import static hub.testkit.store.Samples.MONDAY;
import static hub.testkit.store.Samples.NAMES;
import static hub.testkit.store.Samples.TUESDAY;
import static hub.testkit.store.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.redis.GenerationGone;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.redis.ReadResult;
import hub.redis.StoreSignal;
import hub.testkit.servers.StoreServer;
import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.util.retry.Retry;

/** What readers get, and what they are told. */
abstract class RedisReaderContract {

    private final RedisUnderTest server;
    private final Checkpoint second = after(first());
    private final Checkpoint third = after(second);

    RedisReaderContract(StoreServer address) {
        server = new RedisUnderTest(address);
    }

    @BeforeEach
    void threeCommits() {
        server.store.commit(G1, commit(null, first()));
        server.store.commit(G1, commit(first(), second, add(MONDAY, "7", 1), put(NAMES, "7", "=Ana")));
        server.store.commit(G1, commit(second, third, add(TUESDAY, "7", 2)));
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void readsPartitionsAtOneCheckpoint() {
        ReadResult result = read(List.of(MONDAY, TUESDAY, NAMES));

        assertThat(result.generation()).isEqualTo(G1);
        assertThat(result.checkpoint()).isEqualTo(third);
        assertThat(fields(result))
                .isEqualTo(Map.of(MONDAY, Map.of("7", "1"), TUESDAY, Map.of("7", "2"), NAMES, Map.of("7", "=Ana")));
        assertThat(versions(result))
                .allSatisfy((partition, version) ->
                        assertThat(version.sequence()).isEqualTo(partition.equals(TUESDAY) ? 3 : 2));
    }

    @Test
    void sendsOnlyWhatWasTouchedSince() {
        Map<PartitionId, PartitionVersion> held = versions(read(List.of(MONDAY, TUESDAY, NAMES)));
        server.store.commit(G1, commit(third, after(third), add(TUESDAY, "7", 5)));

        ReadResult result = answer(server.reader.read(G1, held));

        assertThat(result.checkpoint()).isEqualTo(after(third));
        assertThat(fields(result)).isEqualTo(Map.of(TUESDAY, Map.of("7", "7")));
    }

    /** Redis serves nobody else while it sends. */
    @Test
    void aLookSendsABoundedPieceAndAReadGoesOnUntilItIsWhole() {
        Map<String, Long> many = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("entry-" + i, i + 1L);
        }
        Checkpoint fourth = after(third);
        server.store.commit(G1, commit(third, fourth, add(MONDAY, many), add(TUESDAY, many)));
        Map<PartitionId, @Nullable PartitionVersion> nothing = new LinkedHashMap<>();
        List.of(MONDAY, TUESDAY, NAMES).forEach(partition -> nothing.put(partition, null));

        ReadResult look = answer(server.reader.look(G1, nothing, 10_000));
        assertThat(look.isWhole()).isFalse();
        assertThat(look.changed()).containsOnlyKeys(MONDAY);
        assertThat(look.unsent()).containsExactlyInAnyOrder(TUESDAY, NAMES);

        ReadResult read = answer(server.reader.read(G1, nothing));
        assertThat(read.isWhole()).isTrue();
        assertThat(read.checkpoint()).isEqualTo(fourth);
        assertThat(fields(read).get(MONDAY)).hasSize(10_001).containsEntry("entry-9999", "10000");
        assertThat(fields(read).get(TUESDAY)).hasSize(10_001);
        assertThat(fields(read).get(NAMES)).isEqualTo(Map.of("7", "=Ana"));
    }

    @Test
    void sendsThatAPartitionIsEmptyOnce() {
        PartitionId never = new PartitionId("never", MONDAY.partition());
        ReadResult first = read(List.of(never));
        assertThat(first.changed()).isEqualTo(Map.of(never, new PartitionRead(PartitionVersion.UNTOUCHED, Map.of())));
        assertThat(answer(server.reader.read(G1, versions(first))).changed()).isEmpty();

        Map<PartitionId, PartitionVersion> held = versions(read(List.of(MONDAY)));
        server.store.commit(G1, commit(third, after(third), add(MONDAY, "7", -1)));
        assertThat(fields(answer(server.reader.read(G1, held)))).isEqualTo(Map.of(MONDAY, Map.of()));
    }

    @Test
    void aStoreThatWentBackInTimeIsNotMistakenForTheOneHeld() {
        byte[] board = server.redis.dump(key(TUESDAY));
        byte[] touch = server.redis.dump("hub:{g1}:touch");
        byte[] checkpoint = server.redis.dump("hub:{g1}:checkpoint");
        Checkpoint fourth = after(third);
        server.store.commit(G1, commit(third, fourth, add(TUESDAY, "7", 5)));
        Map<PartitionId, PartitionVersion> held = versions(read(List.of(MONDAY, TUESDAY)));

        server.redis.del(key(TUESDAY), "hub:{g1}:touch", "hub:{g1}:checkpoint");
        server.redis.restore(key(TUESDAY), 0, board);
        server.redis.restore("hub:{g1}:touch", 0, touch);
        server.redis.restore("hub:{g1}:checkpoint", 0, checkpoint);
        server.store.commit(G1, commit(third, fourth, add(TUESDAY, "7", 6)));

        assertThat(fields(answer(server.reader.read(G1, held)))).isEqualTo(Map.of(TUESDAY, Map.of("7", "8")));
    }

    @Test
    void aGenerationWithoutACheckpointIsGone() {
        assertThatThrownBy(() -> answer(server.reader.read(new Generation(9), List.of(MONDAY))))
                .isInstanceOfSatisfying(
                        GenerationGone.class,
                        gone -> assertThat(gone.generation()).isEqualTo(new Generation(9)));
    }

    @Test
    void tellsOfAMovedPointer() {
        server.store.movePointer(Pointer.NONE, new Pointer(G1, null));
        while (!(server.nextSignal() instanceof StoreSignal.PointerMoved(Pointer moved))) {
            // The commits were announced before.
        }
        assertThat(server.store.pointer()).isEqualTo(new Pointer(G1, null));
    }

    @Test
    void resubscribesAfterTheConnectionBroke() {
        server.redis.clientKill(KillArgs.Builder.typePubsub());
        server.awaitResubscribed();

        Checkpoint fourth = after(third);
        server.store.commit(G1, commit(third, fourth, add(MONDAY, "7", 1)));
        assertThat(server.nextSignal())
                .isInstanceOfSatisfying(
                        StoreSignal.Announced.class,
                        announced -> assertThat(announced.announcement().checkpoint())
                                .isEqualTo(fourth));
    }

    @Test
    void readsOnAfterTheConnectionBroke() {
        read(List.of(MONDAY));
        server.redis.scriptFlush();
        server.redis.clientKill(KillArgs.Builder.typeNormal().skipme());

        ReadResult result =
                answer(server.reader.read(G1, List.of(MONDAY)).retryWhen(Retry.backoff(20, Duration.ofMillis(10))));
        assertThat(fields(result)).isEqualTo(Map.of(MONDAY, Map.of("7", "1")));
    }

    private ReadResult read(List<PartitionId> partitions) {
        return answer(server.reader.read(G1, partitions));
    }

    private static Map<PartitionId, Map<String, String>> fields(ReadResult result) {
        Map<PartitionId, Map<String, String>> fields = new HashMap<>();
        result.changed().forEach((partition, read) -> fields.put(partition, read.fields()));
        return fields;
    }

    private static Map<PartitionId, PartitionVersion> versions(ReadResult result) {
        Map<PartitionId, PartitionVersion> versions = new HashMap<>();
        result.changed().forEach((partition, read) -> versions.put(partition, read.version()));
        return versions;
    }
}
