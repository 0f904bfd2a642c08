package hub.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the ledger to the report of one job. */
final class JobReporter {

    private static final int SHOWN = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private JobReporter() {}

    static JobReport off(JobPlan plan) {
        return new JobReport(plan.name(), Mode.OFF.word(), null, 0, null, null, List.of());
    }

    static JobReport of(Connection connection, JobPlan plan, Mode mode, String instance, Instant now)
            throws SQLException {
        Instant begun = Ledger.begun(connection, plan.name(), mode, instance, now);
        List<LedgerRow> latest = Ledger.latest(connection, plan.name(), SHOWN);
        Pending pending = Pending.of(
                plan,
                mode,
                begun,
                now,
                new HashSet<>(Ledger.settled(connection, plan.name(), Pending.since(plan, begun, now))));
        Optional<Duration> behind = pending.runs().stream()
                .findFirst()
                .map(run -> Duration.between(run.dueAt().plus(plan.delay()), now));
        return new JobReport(
                plan.name(),
                mode.word(),
                plan.schedule().nextAfter(now),
                behind.orElse(Duration.ZERO).toSeconds(),
                Ledger.latestSuccess(connection, plan.name())
                        .map(LedgerRow::endedAt)
                        .orElse(null),
                warning(latest, behind.filter(by -> by.compareTo(PATIENCE) > 0), pending.missed()),
                latest.stream().map(JobReport.Attempted::of).toList());
    }

    private static @Nullable String warning(List<LedgerRow> latest, Optional<Duration> behind, List<Run> missed) {
        if (!missed.isEmpty()) {
            return "the run due at " + missed.getLast().dueAt() + " was missed";
        }
        Optional<LedgerRow> newest = latest.stream()
                .filter(row -> row.outcome() != RunOutcome.RUNNING)
                .findFirst();
        if (newest.isPresent()) {
            LedgerRow row = newest.get();
            if (row.outcome() == RunOutcome.FAILED) {
                return "the run due at " + row.dueAt() + " failed: " + row.summary();
            }
            if (row.outcome() == RunOutcome.MISSED) {
                return "the run due at " + row.dueAt() + " was missed";
            }
        }
        return behind.map(by -> "a run is " + by.toSeconds() + " s overdue").orElse(null);
    }
}
