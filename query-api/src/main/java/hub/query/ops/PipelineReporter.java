package hub.query.ops;

import hub.projections.operations.Lag;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Parked;
import hub.query.boards.Vitals;
import hub.query.ops.PipelineReport.Counts;
import hub.query.ops.PipelineReport.Faults;
import hub.query.ops.PipelineReport.LagReport;
import hub.query.ops.PipelineReport.Pipeline;
import hub.query.ops.PipelineReport.Touch;
import hub.query.state.AnswerState;
import hub.query.state.FillProgress;
import hub.redis.Marks;
import hub.redis.Pulse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From the store's vitals to the report; pure. */
final class PipelineReporter {

    private static final int MILLIS_DIGITS = 3;

    private PipelineReporter() {}

    static PipelineReport report(Vitals vitals, Instant now) {
        Pulse pulse = vitals.pulse();
        Generation live = pulse.pointer().live();
        Generation previous = pulse.pointer().previous();
        Checkpoint at = pulse.live();
        PipelineStatus feeding = feeding(pulse, live);
        return new PipelineReport(
                feeding == null ? null : feeding.state().word(),
                why(vitals, feeding, now),
                live == null || at == null
                        ? null
                        : AnswerState.of(live, at, everyBoard(pulse, at), vitals, now)
                                .word(),
                live == null ? null : live.number(),
                previous == null ? null : previous.number(),
                at == null ? null : at.sequence(),
                at == null ? null : at.position().text(),
                at == null ? null : at.committedAt(),
                at != null && at.midTransaction(),
                lag(vitals, at, now),
                feeding == null ? null : counts(feeding),
                touches(pulse),
                faults(pulse.marks(), at == null ? Parked.NONE : at.parked()),
                pulse.statuses().stream()
                        .sorted(Comparator.comparingLong(
                                status -> status.generation().number()))
                        .map(PipelineReporter::pipeline)
                        .toList(),
                vitals.takenAt().equals(Instant.MIN) ? null : vitals.takenAt());
    }

    private static @Nullable String why(Vitals vitals, @Nullable PipelineStatus feeding, Instant now) {
        if (!vitals.recentAt(now)) {
            return "Redis does not answer; what is told here is what was known last";
        }
        return feeding == null ? "no process with the role ingest is at work on this Redis" : null;
    }

    /** A board whose every row is parked was never written. */
    private static Set<String> everyBoard(Pulse pulse, Checkpoint at) {
        Set<String> boards = new HashSet<>(pulse.boards().keySet());
        boards.addAll(at.parked().byBoard().keySet());
        return boards;
    }

    private static @Nullable PipelineStatus feeding(Pulse pulse, @Nullable Generation live) {
        return pulse.statuses().stream()
                .max(Comparator.<PipelineStatus, Boolean>comparing(
                                status -> status.generation().equals(live))
                        .thenComparing(status -> status.generation().number()))
                .orElse(null);
    }

    private static LagReport lag(Vitals vitals, @Nullable Checkpoint at, Instant now) {
        if (!vitals.recentAt(now)) {
            return new LagReport("unknown", null, "the store does not answer");
        }
        if (at == null) {
            return new LagReport("unknown", null, "nothing is live yet");
        }
        return switch (Lag.measure(vitals.pulse().canaryWritten(), at.canary(), now)) {
            case Lag.CaughtUp(Duration atMost) -> new LagReport("caught-up", seconds(atMost), null);
            case Lag.Behind(Duration by) -> new LagReport("behind", seconds(by), null);
            case Lag.Unknown(String why) -> new LagReport("unknown", null, why);
        };
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), MILLIS_DIGITS).setScale(MILLIS_DIGITS, RoundingMode.HALF_UP);
    }

    private static Map<String, Touch> touches(Pulse pulse) {
        Map<String, Touch> touches = new TreeMap<>();
        pulse.boards().forEach((board, touch) -> touches.put(board, new Touch(touch.sequence(), touch.committedAt())));
        return touches;
    }

    private static Faults faults(Marks marks, Parked parked) {
        return new Faults(
                marks.damaged(),
                marks.drift().stream().sorted().toList(),
                marks.overflow().stream().sorted().toList(),
                parked.byBoard());
    }

    private static Pipeline pipeline(PipelineStatus status) {
        return new Pipeline(
                status.generation().number(),
                status.state().word(),
                status.instance(),
                status.cause().isEmpty() ? null : status.cause(),
                status.at(),
                counts(status),
                FillProgress.of(status));
    }

    private static Counts counts(PipelineStatus status) {
        return new Counts(status.changes(), status.transactions(), status.commits());
    }
}
