package hub.testkit.store;

import static hub.testkit.store.Commits.add;
import static hub.testkit.store.Commits.after;
import static hub.testkit.store.Commits.commit;
import static hub.testkit.store.Commits.first;
import static hub.testkit.store.RedisUnderTest.answer;
import static hub.testkit.store.Samples.G1;
import static hub.testkit.store.Samples.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.change.Canary;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.redis.BoardTouch;
import hub.redis.Marks;
import hub.redis.Pulse;
import hub.redis.RedisFinding;
import hub.redis.RedisFinding.Severity;
import hub.testkit.servers.StoreServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lease, statuses, requests, canary, pulse and preflight. */
abstract class RedisControlPlaneContract {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00.5Z");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final RedisUnderTest server;

    RedisControlPlaneContract(StoreServer address) {
        server = new RedisUnderTest(address);
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void oneInstanceHoldsTheLease() {
        assertThat(server.control.holdIngestLease("a", LONG)).isTrue();
        assertThat(server.control.holdIngestLease("b", LONG)).isFalse();
        assertThat(server.control.holdIngestLease("a", LONG)).isTrue();

        server.control.releaseIngestLease("b");
        assertThat(server.control.holdIngestLease("b", LONG)).isFalse();
        server.control.releaseIngestLease("a");
        assertThat(server.control.holdIngestLease("b", LONG)).isTrue();
    }

    @Test
    void aLeaseNotRenewedIsFree() {
        assertThat(server.control.holdIngestLease("a", Duration.ofMillis(1))).isTrue();
        Instant deadline = Instant.now().plusSeconds(10);
        while (!server.control.holdIngestLease("b", LONG)) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    @Test
    void statusesVanishWithTheirPipelines() {
        PipelineStatus one = status(G1, PipelineState.STREAMING);
        PipelineStatus two = status(new Generation(12), PipelineState.FILLING);
        server.control.publish(status(G1, PipelineState.WAITING), LONG);
        server.control.publish(one, LONG);
        server.control.publish(two, LONG);
        assertThat(server.control.statuses()).containsExactly(one, two);

        server.control.withdrawStatus(G1);
        assertThat(server.control.statuses()).containsExactly(two);

        server.control.publish(two, Duration.ofMillis(1));
        Instant deadline = Instant.now().plusSeconds(10);
        while (!server.control.statuses().isEmpty()) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    @Test
    void requestsAreTakenOnceInOrder() {
        server.control.ask(OperatorRequest.REBUILD);
        server.control.ask(OperatorRequest.ROLLBACK);

        assertThat(server.control.takeRequest()).contains(OperatorRequest.REBUILD);
        assertThat(server.control.takeRequest()).contains(OperatorRequest.ROLLBACK);
        assertThat(server.control.takeRequest()).isEmpty();
    }

    @Test
    void keepsTheLastCanary() {
        assertThat(server.control.lastCanaryWritten()).isEmpty();
        server.control.canaryWritten(new Canary(1, NOW));
        server.control.canaryWritten(new Canary(2, NOW.plusSeconds(1)));
        assertThat(server.control.lastCanaryWritten()).contains(new Canary(2, NOW.plusSeconds(1)));
    }

    @Test
    void thePulseOfAnEmptyStoreSaysSo() {
        assertThat(answer(server.reader.pulse()))
                .isEqualTo(new Pulse(Pointer.NONE, null, Marks.NONE, Map.of(), List.of(), null));
    }

    @Test
    void thePulseShowsTheWhole() {
        Checkpoint second = after(first());
        server.store.commit(G1, commit(null, first()));
        server.store.commit(G1, commit(first(), second, add(MONDAY, "7", 1)));
        server.store.movePointer(Pointer.NONE, new Pointer(G1, null));
        server.control.publish(status(G1, PipelineState.STREAMING), LONG);
        server.control.canaryWritten(new Canary(7, NOW));

        assertThat(answer(server.reader.pulse()))
                .isEqualTo(new Pulse(
                        new Pointer(G1, null),
                        second,
                        Marks.NONE,
                        Map.of("items", new BoardTouch(2, second.committedAt())),
                        List.of(status(G1, PipelineState.STREAMING)),
                        new Canary(7, NOW)));
    }

    @Test
    void aPointerToALostGenerationShowsNoCheckpoint() {
        server.store.movePointer(Pointer.NONE, new Pointer(G1, null));

        assertThat(answer(server.reader.pulse()).live()).isNull();
        assertThat(answer(server.reader.pulse()).pointer()).isEqualTo(new Pointer(G1, null));
    }

    @Test
    void refusesAServerThatEvicts() {
        assertThat(server.preflight.run()).extracting(RedisFinding::severity).containsOnly(Severity.WARNING);
        server.redis.configSet("maxmemory-policy", "allkeys-lru");
        try {
            assertThat(server.preflight.run()).anySatisfy(finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
                assertThat(finding.setting()).isEqualTo("maxmemory-policy");
                assertThat(finding.seen()).isEqualTo("allkeys-lru");
                assertThat(finding.wayOut()).contains("noeviction");
            });
        } finally {
            server.redis.configSet("maxmemory-policy", "noeviction");
        }
    }

    private static PipelineStatus status(Generation generation, PipelineState state) {
        return new PipelineStatus(
                generation,
                state,
                "host-1",
                "",
                NOW,
                12,
                3,
                2,
                400,
                1_000,
                state == PipelineState.FILLING ? NOW : null);
    }
}
