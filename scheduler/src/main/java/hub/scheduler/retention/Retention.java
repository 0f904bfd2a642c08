package hub.scheduler.retention;

import hub.projections.operations.ControlPlane;
import hub.projections.operations.OperatorRequest;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Mode;
import hub.scheduler.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Asks ingest each night to let go of the days before {@code hub.retention.days}, and waits until it has: they leave Redis
 * whole, in one commit, and a rebuild with a longer retention brings them back. Forgets attempts older than 400 days.
 */
public final class Retention implements Job {

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final JobPlan PLAN = new JobPlan(
            "retention",
            Schedule.dailyAt(LocalTime.of(3, 30)),
            Duration.ZERO,
            0,
            CatchUp.COALESCED,
            Duration.ofHours(20),
            Duration.ofMinutes(5));

    private final ReadModelStore store;
    private final ControlPlane control;
    private final int days;

    /** @param days how many past days are held; 0 = all */
    public Retention(ReadModelStore store, ControlPlane control, int days) {
        this.store = store;
        this.control = control;
        this.days = days;
    }

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    @Override
    public Dates dates() {
        return Dates.TODAY;
    }

    /** It writes to nobody else's tables, and does what a setting asks for already. */
    @Override
    public Effect prepare(Run run) throws InterruptedException {
        if (days == 0) {
            return new Forgetting("every day is held");
        }
        LocalDate first = run.date().minusDays(days);
        if (run.mode() == Mode.SHADOW) {
            return Effect.none(
                    held().map(from -> from.equals(LocalDate.MIN) ? "every day is held" : "held from " + from + " on")
                                    .orElse("nothing is live")
                            + ", wanted from " + first + " on");
        }
        control.ask(OperatorRequest.RETAIN);
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (held().filter(from -> !from.isBefore(first)).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("ingest has not let go of the days before " + first + " within "
                        + WITHIN.toSeconds() + " s; held from "
                        + held().map(LocalDate::toString).orElse("nowhere")
                        + " on. Is a process with the role ingest streaming?");
            }
            Thread.sleep(LOOK_EVERY);
        }
        return new Forgetting("held from " + first + " on");
    }

    /** The first day that the live generation holds. */
    private Optional<LocalDate> held() {
        Generation live = store.pointer().live();
        return Optional.ofNullable(live)
                .flatMap(store::checkpoint)
                .map(Checkpoint::horizon)
                .map(horizon -> horizon.history());
    }

    private record Forgetting(String summary) implements Effect {

        @Override
        public String write(JobTransaction transaction) throws SQLException {
            return summary + "; " + OldAttempts.forget(transaction.connection(), transaction.now())
                    + " old attempts forgotten";
        }

        @Override
        public String compare(JobTransaction transaction) {
            return summary;
        }
    }
}
