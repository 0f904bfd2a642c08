package hub.scheduler.scores;

import hub.projections.time.CentralDay;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Differences;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Mode;
import hub.scheduler.run.NamedSql;
import hub.scheduler.run.Run;
import hub.scheduler.seal.DaySql;
import hub.scheduler.seal.FrozenRow;
import hub.scheduler.seal.RestateDays;
import hub.scheduler.seal.Seal;
import hub.scheduler.seal.Seals;
import hub.scheduler.seal.StoredDay;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores the work that was recorded since the last run and has no score of its day: late rows of earlier days above all.
 * Days that are closed are left to {@code restate-days}; what that does not look at any more is counted and warned of, whether
 * there is a score of it or not. A run that comes after a gap says so, and covers the gap.
 */
public final class ProcessActivities implements Job {

    static final String NAME = "process-activities";

    private static final Logger LOG = LoggerFactory.getLogger(ProcessActivities.class);

    private static final Duration PERIOD = Duration.ofMinutes(10);
    /** By how much the clock of the instance that ran last may have been fast: it read as much earlier than its due instant. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);
    /** Rows may be committed somewhat after the instant they bear, by another machine's clock. */
    private static final Duration COMMITTED_WITHIN = Duration.ofMinutes(5);

    private static final Duration OVERLAP = CLOCKS_APART.plus(COMMITTED_WITHIN);

    private static final Duration FIRST_LOOK = Duration.ofMinutes(15);
    /** How old work may be that is recorded only now, to be scored. */
    private static final Duration OLDEST = Duration.ofDays(14);
    /** Among how many of the newest rows older work is looked for: no index knows when a row was recorded. */
    private static final int NEWEST = 20_000;

    private static final JobPlan PLAN = new JobPlan(
            NAME, Schedule.every(PERIOD), Duration.ZERO, 0, CatchUp.COALESCED, PERIOD, Duration.ofMinutes(8));

    private static final NamedSql LAST = new NamedSql("SELECT MAX(due_at) FROM hub_job_runs" + " WHERE job = '" + NAME
            + "' AND due_at < :due AND (outcome = 'succeeded' AND (run_key LIKE 'shadow %') = :shadow"
            + " OR outcome = 'begun' AND (run_key LIKE '% shadow') = :shadow)");
    private static final NamedSql RECORDED = new NamedSql("SELECT DISTINCT a.employee_id, a.window_start"
            + " FROM activity_logs a JOIN employees e ON e.id = a.employee_id"
            + " WHERE a.window_start >= :oldest AND a.created_at >= :since");
    private static final NamedSql TOO_OLD =
            new NamedSql("SELECT a.employee_id, a.window_start FROM (SELECT employee_id,"
                    + " window_start, created_at FROM activity_logs ORDER BY id DESC LIMIT " + NEWEST
                    + ") a JOIN employees e ON e.id = a.employee_id"
                    + " WHERE a.window_start < :oldest AND a.created_at >= :since");

    private final int restateDays;

    /** @param restateDays how many days back {@code restate-days} looks */
    public ProcessActivities(int restateDays) {
        this.restateDays = restateDays;
    }

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
                return run(run, transaction, true);
            }

            @Override
            public String compare(JobTransaction transaction) throws SQLException {
                return run(run, transaction, false);
            }
        };
    }

    private String run(Run run, JobTransaction transaction, boolean write) throws SQLException {
        Instant last = last(transaction, run);
        int scored = 0;
        int left = 0;
        int beyond = 0;
        LocalDate restated = RestateDays.firstDay(run.dueAt(), restateDays);
        Differences lacking = new Differences();
        for (Map.Entry<LocalDate, Set<Long>> day :
                recorded(RECORDED, transaction, run.dueAt(), last).entrySet()) {
            boolean over = day.getKey().isBefore(restated);
            if (over && isClosed(transaction, day.getKey())) {
                beyond += day.getValue().size();
                continue;
            }
            StoredDay stored = write
                    ? StoredDay.lock(transaction.connection(), day.getKey())
                    : StoredDay.read(transaction.connection(), day.getKey());
            Set<Long> without = day.getValue();
            without.removeIf(stored::has);
            if (without.isEmpty()) {
                continue;
            }
            if (!over && isClosed(transaction, day.getKey())) {
                left += without.size();
                continue;
            }
            // What its provisional seal recorded is what live views take of a day that has ended (0018, 0033).
            boolean ended = !run.dueAt().isBefore(new CentralDay(day.getKey()).end());
            List<FrozenRow> rows = DaySql.rows(transaction.connection(), day.getKey(), run.dueAt(), ended).stream()
                    .filter(row -> without.contains(row.employeeId()))
                    .toList();
            if (write) {
                stored.store(rows, false);
            } else {
                rows.forEach(row -> lacking.add("employee " + row.employeeId() + " of " + day.getKey()
                        + " (no row, should be " + row.items() + " items, " + row.points() + " points)"));
            }
            scored += rows.size();
        }
        int old = recorded(TOO_OLD, transaction, run.dueAt(), last).values().stream()
                .mapToInt(Set::size)
                .sum();
        String unseen = (beyond == 0
                        ? ""
                        : ", " + beyond + " more of closed days before " + restated
                                + ", at which restate-days looks only if it is asked to")
                + (old == 0
                        ? ""
                        : ", " + old + " more that are older than " + OLDEST.toDays() + " days, at which nobody looks");
        if (!unseen.isEmpty()) {
            LOG.warn("{} for {}: late work{}", NAME, run.dueAt(), unseen);
        }
        return scored + " scores were lacking"
                + (left == 0 ? "" : ", " + left + " more of closed days are left to restate-days")
                + unseen
                + gap(Duration.between(last, run.dueAt()))
                + lacking.text();
    }

    private static boolean isClosed(JobTransaction transaction, LocalDate date) throws SQLException {
        return Seals.latest(transaction.connection(), date)
                .filter(seal -> seal.kind() != Seal.Kind.PROVISIONAL)
                .isPresent();
    }

    private static String gap(Duration gap) {
        return gap.compareTo(PERIOD.multipliedBy(2)) > 0 ? "; after a gap of " + gap.toMinutes() + " min" : "";
    }

    /** Or when the job was first on: its first runs may fail. What a shadow looked at has no scores of its making. */
    private static Instant last(JobTransaction transaction, Run run) throws SQLException {
        Instant due = run.dueAt();
        int shadow = run.mode() == Mode.SHADOW ? 1 : 0;
        try (PreparedStatement sql = LAST.prepare(transaction.connection(), Map.of("due", due, "shadow", shadow));
                ResultSet row = sql.executeQuery()) {
            LocalDateTime last = row.next() ? row.getObject(1, LocalDateTime.class) : null;
            return last == null ? due.minus(FIRST_LOOK) : last.toInstant(ZoneOffset.UTC);
        }
    }

    /** Who has work that was recorded since the last run, by its day. */
    private static Map<LocalDate, Set<Long>> recorded(
            NamedSql query, JobTransaction transaction, Instant due, Instant last) throws SQLException {
        Map<LocalDate, Set<Long>> byDay = new TreeMap<>();
        try (PreparedStatement sql = query.prepare(
                        transaction.connection(), Map.of("oldest", due.minus(OLDEST), "since", last.minus(OVERLAP)));
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                LocalDate date = CentralDay.of(row.getObject("window_start", LocalDateTime.class)
                                .toInstant(ZoneOffset.UTC))
                        .date();
                byDay.computeIfAbsent(date, none -> new TreeSet<>()).add(row.getLong("employee_id"));
            }
        }
        return byDay;
    }
}
