package hub.query.state;

import hub.projections.operations.Lag;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.query.boards.Vitals;
import hub.redis.Marks;
import hub.redis.Pulse;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** How far an answer can be relied on. The worst that applies is said. */
public enum AnswerState {
    /** Current: what MySQL held at most a few seconds ago. */
    LIVE,
    /** Right for its position, which is known to be behind. */
    LAGGING,
    /** The store ends inside a long source transaction: part of it shows. */
    MID_TRANSACTION,
    /** Right for its position; how far behind that is, nobody knows. */
    STALE,
    /**
     * The store marked a board as damaged: numbers may be wrong until a rebuild. Or a row of MySQL is parked because its
     * cells cannot be computed: the answer lacks it until it is corrected or deleted in MySQL.
     */
    DEGRADED;

    /** The word used in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The state of an answer of {@code generation}.
     *
     * @param printed the checkpoint whose position the answer prints
     * @param boards the boards that the answer was made from
     */
    public static AnswerState of(
            Generation generation, Checkpoint printed, Set<String> boards, Vitals vitals, Instant now) {
        Pulse pulse = vitals.pulse();
        if (!sound(pulse.marks(), boards) || printed.parked().touches(boards)) {
            return DEGRADED;
        }
        if (!vitals.recentAt(now) || vitals.regained() != null || stopped(generation, pulse)) {
            return STALE;
        }
        return switch (Lag.measure(pulse.canaryWritten(), printed.canary(), now)) {
            case Lag.Unknown unknown -> STALE;
            case Lag.Behind behind -> printed.midTransaction() ? MID_TRANSACTION : LAGGING;
            case Lag.CaughtUp caughtUp -> printed.midTransaction() ? MID_TRANSACTION : LIVE;
        };
    }

    private static boolean sound(Marks marks, Set<String> boards) {
        if (marks.damaged() != null) {
            return false;
        }
        for (String board : boards) {
            if (!marks.sound(board)) {
                return false;
            }
        }
        return true;
    }

    private static boolean stopped(Generation generation, Pulse pulse) {
        for (PipelineStatus status : pulse.statuses()) {
            if (status.generation().equals(generation) && status.state() == PipelineState.REBUILD_REQUIRED) {
                return true;
            }
        }
        return false;
    }
}
