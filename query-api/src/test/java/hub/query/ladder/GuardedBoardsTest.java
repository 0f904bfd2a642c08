package hub.query.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import hub.projections.store.StoreUnavailable;
import hub.query.FakeStore;
import hub.query.ManualClock;
import hub.query.boards.BoardSource;
import hub.query.boards.BoardsUnavailable;
import hub.redis.PartitionVersion;
import hub.redis.Pulse;
import hub.redis.ReadResult;
import hub.redis.StoreSignal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Timeout(30)
class GuardedBoardsTest {

    private final FakeStore store = new FakeStore(new ManualClock("2026-01-15T15:00:00Z"));

    /** A store whose reads are what the test says. */
    private final class Scripted implements BoardSource {
        private Supplier<Mono<ReadResult>> reads = () -> store.read(FakeStore.GENERATION, Map.of());
        private int asked;

        @Override
        public Mono<ReadResult> look(
                Generation generation, Map<PartitionId, @Nullable PartitionVersion> held, int fields) {
            return Mono.defer(() -> {
                asked++;
                return reads.get();
            });
        }

        @Override
        public Flux<StoreSignal> signals() {
            return store.signals();
        }

        @Override
        public Mono<Pulse> pulse() {
            return store.pulse();
        }
    }

    private final Scripted scripted = new Scripted();
    private final GuardedBoards unit = new GuardedBoards(scripted, Duration.ofMillis(50));

    private ReadResult read() {
        return Objects.requireNonNull(unit.read(FakeStore.GENERATION, Map.of()).block());
    }

    @Test
    void aStoreThatFailsIsLeftAloneAndTriedAgainByItself() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        unit.bindTo(registry);
        scripted.reads = () -> Mono.error(new StoreUnavailable("away", new IllegalStateException()));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class);
        }
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(this::read)
                    .isInstanceOf(BoardsUnavailable.class)
                    .hasMessage("the store has been failing");
        }
        assertThat(scripted.asked).isEqualTo(5);
        assertThat(registry.get("hub.ladder.closed")
                        .tag("rung", "redis")
                        .gauge()
                        .value())
                .isZero();

        scripted.reads = () -> store.read(FakeStore.GENERATION, Map.of());
        ReadResult back = Mono.defer(() -> unit.read(FakeStore.GENERATION, Map.of()))
                .retryWhen(reactor.util.retry.Retry.fixedDelay(500, Duration.ofMillis(20)))
                .block();
        assertThat(Objects.requireNonNull(back).generation()).isEqualTo(FakeStore.GENERATION);
        for (int i = 0; i < 3; i++) {
            read();
        }
        assertThat(registry.get("hub.ladder.closed")
                        .tag("rung", "redis")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    /** resilience4j#935: probes whose callers went away were never counted, and the breaker let nobody else through. */
    @Test
    void aBreakerIsNotStuckHalfOpenByProbesThatNobodyFinishes() {
        scripted.reads = () -> Mono.error(new StoreUnavailable("away", new IllegalStateException()));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class);
        }
        scripted.reads = Mono::never;
        for (int probes = 0; probes < 3; ) {
            int before = scripted.asked;
            unit.read(FakeStore.GENERATION, Map.of())
                    .onErrorComplete()
                    .subscribe()
                    .dispose();
            probes += scripted.asked - before;
            Mono.delay(Duration.ofMillis(5)).block();
        }
        scripted.reads = () -> store.read(FakeStore.GENERATION, Map.of());
        ReadResult back = Mono.defer(() -> unit.read(FakeStore.GENERATION, Map.of()))
                .retryWhen(reactor.util.retry.Retry.fixedDelay(500, Duration.ofMillis(20)))
                .block();
        assertThat(Objects.requireNonNull(back).generation()).isEqualTo(FakeStore.GENERATION);
    }

    @Test
    void aStoreThatHangsIsGivenUp() {
        scripted.reads = Mono::never;
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::read)
                    .isInstanceOf(BoardsUnavailable.class)
                    .hasMessage("the store did not answer in time");
        }
        assertThatThrownBy(this::read).hasMessage("the store has been failing");
    }

    @Test
    void whatTheStoreSaysIsNoReasonToLeaveItAlone() {
        scripted.reads = () -> Mono.error(new IllegalStateException("the script refused its arguments"));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class);
        }
        assertThat(scripted.asked).isEqualTo(30);
    }
}
