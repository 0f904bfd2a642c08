package hub.scheduler.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be done of a job now.
 *
 * @param runs to be made, in order
 * @param missed too late to be made
 */
record Pending(List<Run> runs, List<Run> missed) {

    /** A run that begins later than this after it could is one of catching up. */
    private static final Duration ON_TIME = Duration.ofMinutes(2);

    /** How long back missed runs are told of. */
    private static final Duration TOLD = Duration.ofDays(7);

    private static final Pending NOTHING = new Pending(List.of(), List.of());

    /** From when on due instants matter at {@code now}. */
    static Instant since(JobPlan plan, Instant begun, Instant now) {
        Duration back = plan.catchUp() == CatchUp.EACH ? plan.grace().plus(TOLD) : plan.grace();
        Instant oldest = now.minus(plan.delay()).minus(back);
        return oldest.isAfter(begun) ? oldest : begun;
    }

    /** @param settled keys of runs of which nothing more is to be expected */
    static Pending of(JobPlan plan, Mode mode, Instant begun, Instant now, Set<String> settled) {
        List<Run> open = plan.schedule().dueIn(since(plan, begun, now), now.minus(plan.delay())).stream()
                .map(due -> Run.scheduled(
                        plan, due, mode, due.plus(plan.delay()).plus(ON_TIME).isBefore(now)))
                .toList();
        if (open.isEmpty()) {
            return NOTHING;
        }
        return switch (plan.catchUp()) {
            case EACH -> each(plan, open, settled, now);
            case COALESCED -> newest(open.getLast(), settled);
        };
    }

    private static Pending each(JobPlan plan, List<Run> open, Set<String> settled, Instant now) {
        List<Run> runs = new ArrayList<>();
        List<Run> missed = new ArrayList<>();
        for (Run run : open) {
            if (!settled.contains(run.key())) {
                boolean late = run.dueAt().plus(plan.delay()).plus(plan.grace()).isBefore(now);
                (late ? missed : runs).add(run);
            }
        }
        return new Pending(runs, missed);
    }

    private static Pending newest(Run last, Set<String> settled) {
        return settled.contains(last.key()) ? NOTHING : new Pending(List.of(last), List.of());
    }
}
