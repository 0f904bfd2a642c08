package hub.scheduler.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what the ledger says to the report of one job. */
final class JobReporter {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private JobReporter() {}

    static JobReport off(Job job, Instant now) {
        return new JobReport(
                job.plan().name(),
                Mode.OFF.word(),
                null,
                0,
                null,
                job.dates().first(now),
                job.dates().last(now),
                null,
                List.of());
    }

    /** Of a job of which nothing is known but its plan. */
    static JobReport unknown(Job job, Mode mode, Instant now) {
        return new JobReport(
                job.plan().name(),
                mode.word(),
                job.plan().schedule().nextAfter(now),
                0,
                null,
                job.dates().first(now),
                job.dates().last(now),
                null,
                List.of());
    }

    /** @param facts of {@code now}, or the last that are known */
    static JobReport of(Job job, Mode mode, LedgerFacts facts, Instant now) {
        JobPlan plan = job.plan();
        Pending pending = Pending.of(plan, mode, facts.begun(), now, facts.settled());
        Optional<Duration> behind = pending.runs().stream()
                .findFirst()
                .map(run -> Duration.between(run.dueAt().plus(plan.delay()), now));
        return new JobReport(
                plan.name(),
                mode.word(),
                plan.schedule().nextAfter(now),
                behind.orElse(Duration.ZERO).toSeconds(),
                facts.lastSuccess(),
                job.dates().first(now),
                job.dates().last(now),
                warning(plan, facts, pending, behind, now),
                facts.latest().stream()
                        .map(row -> JobReport.Attempted.of(row, plan.delay()))
                        .toList());
    }

    private static @Nullable String warning(
            JobPlan plan, LedgerFacts facts, Pending pending, Optional<Duration> behind, Instant now) {
        return missed(plan, facts, pending)
                .or(() -> failed(facts))
                .or(() -> behind.filter(by -> by.compareTo(PATIENCE) > 0)
                        .map(by -> "a run is " + by.toSeconds() + " s overdue"))
                .or(() -> givenUp(plan, facts, pending, now))
                .or(() -> facts.coalesced().stream().map(LedgerRow::summary).findFirst())
                .orElse(null);
    }

    /** Runs that nobody makes any more, unless somebody asks for them. */
    private static Optional<String> missed(JobPlan plan, LedgerFacts facts, Pending pending) {
        if (!pending.missed().isEmpty()) {
            return Optional.of("the run due at " + pending.missed().getLast().dueAt() + " was missed");
        }
        return facts.missed().stream()
                .findFirst()
                .map(row -> "the run due at " + row.dueAt() + " was missed; to make up for it: hub job run "
                        + plan.name() + " --date " + row.date());
    }

    private static Optional<String> failed(LedgerFacts facts) {
        return facts.latest().stream()
                .filter(row -> row.outcome() != RunOutcome.RUNNING && row.outcome() != RunOutcome.COALESCED)
                .findFirst()
                .filter(row -> row.outcome() == RunOutcome.FAILED)
                .map(row -> "the run due at " + row.dueAt() + " failed: " + row.summary());
    }

    /** The newest run, if its grace is over: the next one will stand for it. */
    private static Optional<String> givenUp(JobPlan plan, LedgerFacts facts, Pending pending, Instant now) {
        Instant done = facts.doneUpTo();
        if (plan.catchUp() == CatchUp.EACH || done == null || !pending.runs().isEmpty()) {
            return Optional.empty();
        }
        List<Instant> due = plan.schedule().dueIn(done, now.minus(plan.delay()));
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of("the run due at " + due.getLast() + " was missed; the one due at "
                        + plan.schedule().nextAfter(now) + " will stand for it");
    }
}
