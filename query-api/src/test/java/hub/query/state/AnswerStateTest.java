package hub.query.state;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.change.Canary;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Parked;
import hub.projections.store.Pointer;
import hub.query.boards.Furthest;
import hub.query.boards.Vitals;
import hub.redis.Marks;
import hub.redis.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerStateTest {

    private static final Instant NOW = Instant.parse("2026-01-15T15:00:00Z");
    private static final Generation LIVE = new Generation(3);
    private static final Set<String> BOARDS = Set.of("leaderboard", "roles");

    private static Canary canary(long n, Duration age) {
        return new Canary(n, NOW.minus(age));
    }

    private static Checkpoint checkpoint(Canary canary) {
        return Checkpoint.filling("s", Horizon.UNLIMITED, "d").withCanary(canary);
    }

    private static Pulse pulse(@Nullable Canary written, Marks marks, PipelineState state) {
        return new Pulse(
                new Pointer(LIVE, null),
                checkpoint(canary(1, Duration.ZERO)),
                marks,
                Map.of(),
                List.of(new PipelineStatus(LIVE, state, "i", "", NOW, 0, 0, 0, 0, 0, null)),
                written);
    }

    private static AnswerState state(Checkpoint printed, Pulse pulse) {
        return AnswerState.of(LIVE, printed, BOARDS, new Vitals(pulse, NOW, null), NOW);
    }

    private static final Pulse HEALTHY = pulse(canary(9, Duration.ofMillis(400)), Marks.NONE, PipelineState.STREAMING);
    private static final Checkpoint CURRENT = checkpoint(canary(9, Duration.ofMillis(400)));

    @Test
    void aReturnedCanaryIsLive() {
        assertThat(state(CURRENT, HEALTHY)).isEqualTo(AnswerState.LIVE);
    }

    @Test
    void aWrittenCanaryThatIsNotInThePrintedPositionIsLagging() {
        assertThat(state(checkpoint(canary(5, Duration.ofSeconds(4))), HEALTHY)).isEqualTo(AnswerState.LAGGING);
    }

    @Test
    void withoutAWriterNobodyKnows() {
        assertThat(state(CURRENT, pulse(null, Marks.NONE, PipelineState.STREAMING)))
                .isEqualTo(AnswerState.STALE);
        Canary old = canary(9, Duration.ofSeconds(8));
        assertThat(state(checkpoint(old), pulse(old, Marks.NONE, PipelineState.STREAMING)))
                .isEqualTo(AnswerState.STALE);
    }

    @Test
    void insideALongTransactionIsSaidEvenWhenBehind() {
        assertThat(state(CURRENT.insideTransaction("r"), HEALTHY)).isEqualTo(AnswerState.MID_TRANSACTION);
        assertThat(state(checkpoint(canary(5, Duration.ofSeconds(9))).insideTransaction("r"), HEALTHY))
                .isEqualTo(AnswerState.MID_TRANSACTION);
    }

    @Test
    void aParkedRowDegradesTheBoardsThatLackItAndNoOther() {
        Parked one = Parked.NONE.plus(Set.of("roles"), 1);
        assertThat(state(CURRENT.withParked(one), HEALTHY)).isEqualTo(AnswerState.DEGRADED);
        assertThat(state(CURRENT.withParked(one.plus(Set.of("roles"), -1)), HEALTHY))
                .isEqualTo(AnswerState.LIVE);
        assertThat(state(CURRENT.withParked(Parked.NONE.plus(Set.of("heatmap"), 1)), HEALTHY))
                .isEqualTo(AnswerState.LIVE);
    }

    @Test
    void aPulseThatStoppedIsStale() {
        Vitals old = new Vitals(HEALTHY, NOW.minus(Vitals.FRESH), null);
        assertThat(AnswerState.of(LIVE, CURRENT, BOARDS, old, NOW)).isEqualTo(AnswerState.STALE);
    }

    @Test
    void aStoreThatWentBackIsStale() {
        Vitals back = new Vitals(HEALTHY, NOW, new Furthest(LIVE, 99, NOW));
        assertThat(AnswerState.of(LIVE, CURRENT, BOARDS, back, NOW)).isEqualTo(AnswerState.STALE);
    }

    @Test
    void aStreamThatCannotGoOnIsStaleAndARebuildBesideItIsNot() {
        Canary canary = canary(9, Duration.ofMillis(400));
        assertThat(state(CURRENT, pulse(canary, Marks.NONE, PipelineState.REBUILD_REQUIRED)))
                .isEqualTo(AnswerState.STALE);
        Pulse beside = new Pulse(
                HEALTHY.pointer(),
                HEALTHY.live(),
                Marks.NONE,
                Map.of(),
                List.of(new PipelineStatus(new Generation(4), PipelineState.FILLING, "i", "", NOW, 0, 0, 0, 0, 0, NOW)),
                canary);
        assertThat(state(CURRENT, beside)).isEqualTo(AnswerState.LIVE);
    }

    @Test
    void damageDegradesWhatReadsTheBoardAndNothingElse() {
        Canary canary = canary(9, Duration.ofMillis(400));
        assertThat(state(CURRENT, pulse(canary, new Marks(null, Set.of("roles"), Set.of()), PipelineState.STREAMING)))
                .isEqualTo(AnswerState.DEGRADED);
        assertThat(state(CURRENT, pulse(canary, new Marks(null, Set.of(), Set.of("roles")), PipelineState.STREAMING)))
                .isEqualTo(AnswerState.DEGRADED);
        assertThat(state(CURRENT, pulse(canary, new Marks(null, Set.of("other"), Set.of()), PipelineState.STREAMING)))
                .isEqualTo(AnswerState.LIVE);
        assertThat(state(CURRENT, pulse(canary, new Marks("cut off", Set.of(), Set.of()), PipelineState.STREAMING)))
                .isEqualTo(AnswerState.DEGRADED);
    }
}
