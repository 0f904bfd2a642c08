package hub.scheduler.scores;

import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Run;
import hub.scheduler.seal.DaySql;
import hub.scheduler.seal.FrozenRow;
import hub.scheduler.seal.StoredDay;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Keeps the scores of the running day up to date: writes only rows whose values changed, and never a finalized one. */
public final class RealtimeScores implements Job {

    private static final Duration PERIOD = Duration.ofMinutes(5);

    private static final JobPlan PLAN = new JobPlan(
            "realtime-scores",
            Schedule.every(PERIOD),
            Duration.ZERO,
            0,
            CatchUp.COALESCED,
            PERIOD,
            Duration.ofMinutes(4));

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    @Override
    public Dates dates() {
        return Dates.TODAY;
    }

    @Override
    public Effect prepare(Run run) {
        return new Effect() {
            @Override
            public String write(JobTransaction transaction) throws SQLException {
                StoredDay stored = StoredDay.lock(transaction.connection(), run.date());
                List<FrozenRow> changed = changed(transaction, stored);
                stored.store(changed, false);
                return summary(changed);
            }

            @Override
            public String compare(JobTransaction transaction) throws SQLException {
                StoredDay stored = StoredDay.read(transaction.connection(), run.date());
                List<FrozenRow> changed = changed(transaction, stored);
                return summary(changed) + stored.describe(changed, false).text();
            }

            private List<FrozenRow> changed(JobTransaction transaction, StoredDay stored) throws SQLException {
                return stored
                        .different(DaySql.rows(transaction.connection(), run.date(), run.dueAt(), false), false)
                        .stream()
                        .filter(row -> !stored.isFinalized(row.employeeId()))
                        .toList();
            }

            private String summary(List<FrozenRow> changed) {
                return changed.size() + " scores of " + run.date() + " new or changed";
            }
        };
    }
}
