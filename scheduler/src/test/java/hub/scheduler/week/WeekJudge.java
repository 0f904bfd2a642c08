package hub.scheduler.week;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.shifts.Shift;
import hub.projections.time.CentralDay;
import hub.scheduler.Stock;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Job;
import hub.scheduler.run.Mode;
import hub.scheduler.seal.CloseDay;
import hub.scheduler.seal.FinalizeDaily;
import hub.scheduler.seal.FrozenRows;
import hub.scheduler.seal.ReferenceDay;
import hub.scheduler.seal.RestateDays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be so when the week is over, by what the tables say.
 *
 * @param start of the course; its jobs count from half an hour later at the latest
 * @param end of the course, in the morning of a day
 * @param received what each letter that arrived says it is, and to whom
 * @param repeats how often a letter may have been sent again
 */
record WeekJudge(
        Stock stock,
        List<Job> jobs,
        long seed,
        boolean spring,
        LocalDate friday,
        int days,
        Instant start,
        Instant end,
        Work work,
        List<String> received,
        int repeats) {

    private static final Pattern COALESCED = Pattern.compile("stands for (\\d+) earlier due instants");
    static final int RESTATED_DAYS = 14;

    void judge() throws SQLException {
        for (Job job : jobs) {
            switch (job.plan().catchUp()) {
                case EACH -> oncePerDay(job);
                case COALESCED -> oneForAll(job);
            }
        }
        everySuccessWroteOnce();
        theClocksWereChanged();
        assertThat(stock.rows("SELECT * FROM hub_job_runs WHERE outcome IN ('running', 'missed')"))
                .as("left open or missed, seed %d", seed)
                .isEmpty();
        everyRowIsRight();
        lateWorkIsScored();
        reportsAreRightAndSent();
        oldDaysAreLetGo();
        hashesCanBeMadeAgain();
    }

    /** What was committed is what the ledger calls a success, by the same instance: nobody else's writing lasted. */
    private void everySuccessWroteOnce() {
        assertThat(stock.rows("SELECT job, run_key, instance FROM writings"))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        stock.rows("SELECT job, run_key, instance FROM hub_job_runs WHERE outcome = 'succeeded'"
                                + " AND instance <> 'test'"))
                .isNotEmpty();
    }

    private void everyRowIsRight() {
        assertThat(stock.rows("SELECT * FROM judgements WHERE verdict <> 'right'"))
                .as("seals, seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT score_date, version FROM judgements ORDER BY 1, 2"))
                .isEqualTo(stock.rows("SELECT score_date, version FROM hub_seals ORDER BY 1, 2"))
                .isNotEmpty();
        assertThat(stock.rows("SELECT * FROM row_judgements WHERE verdict <> 'right'"))
                .as("scores and alerts, seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT what FROM row_judgements WHERE judged > 0 GROUP BY what ORDER BY what"))
                .as("judged, seed %d", seed)
                .containsExactly("alerts", "late scores written", "scores of today", "scores written", "sealed again");
        assertThat(stock.rows("SELECT employee_id, score_date FROM daily_scores GROUP BY employee_id, score_date"
                        + " HAVING COUNT(*) > 1"))
                .isEmpty();
        assertThat(stock.rows(
                        "SELECT employee_id, since FROM hub_alerts GROUP BY employee_id, since HAVING COUNT(*) > 1"))
                .isEmpty();
    }

    /**
     * Nothing of closed days has changed since they were looked at last: each job that seals, run again for each of them, writes
     * nothing, and the latest hash is that of a plain reading and that of the stored rows.
     */
    private void hashesCanBeMadeAgain() throws SQLException {
        List<String> seals = stock.rows("SELECT * FROM hub_seals ORDER BY score_date, version");
        List<String> scores = stock.rows("SELECT * FROM daily_scores ORDER BY id");
        Job restate = new RestateDays(RESTATED_DAYS);
        Instant restated = restate.plan()
                .schedule()
                .dueIn(end.minus(Duration.ofDays(1)), end)
                .getLast();
        for (int day = 0; day < days; day++) {
            again(new FinalizeDaily(Duration.ofMinutes(5)), friday.plusDays(day));
            again(new CloseDay(), friday.plusDays(day + 1));
        }
        // It looks once a day: who is closed later than that, after a night of troubles, is looked at the next night.
        LocalDate last = friday.plusDays(days - 1L);
        boolean late = stock.rows(
                        "SELECT 1 FROM looks WHERE job = 'restate-days' AND run_key = ? AND score_date = ?",
                        restated.toString(),
                        last.toString())
                .isEmpty();
        Effects.of(restate, late ? restated.minus(Duration.ofDays(1)) : restated, stock, Mode.ON);
        assertThat(stock.rows("SELECT * FROM hub_seals ORDER BY score_date, version"))
                .as("sealed again, seed %d", seed)
                .isEqualTo(seals);
        assertThat(stock.rows("SELECT * FROM daily_scores ORDER BY id"))
                .as("scores after that, seed %d", seed)
                .isEqualTo(scores);
        for (int day = 0; day < days; day++) {
            LocalDate date = friday.plusDays(day);
            List<String> sealed = stock.rows(
                    "SELECT hash FROM hub_seals WHERE score_date = ? ORDER BY version DESC LIMIT 1", date.toString());
            assertThat(sealed)
                    .as("hash of %s by plain reading, seed %d", date, seed)
                    .containsExactly(hash(date, late && date.equals(last) ? at(date.plusDays(1), "00:10") : restated));
            assertThat(stock.rows(
                            "SELECT SHA2(COALESCE(GROUP_CONCAT(CONCAT_WS(' ', employee_id, items_processed, points_earned,"
                                    + " active_minutes, ROUND(clocked_minutes), efficiency_rate), '\n' ORDER BY employee_id"
                                    + " SEPARATOR ''), ''), 256) FROM daily_scores WHERE score_date = ?",
                            date.toString()))
                    .as("hash of the rows of %s, seed %d", date, seed)
                    .isEqualTo(sealed);
        }
    }

    /** The run that is due on that day. */
    private void again(Job job, LocalDate on) {
        CentralDay day = new CentralDay(on);
        Effects.of(
                job,
                job.plan()
                        .schedule()
                        .dueIn(day.start().minusMillis(1), day.end())
                        .getFirst(),
                stock,
                Mode.ON);
    }

    private String hash(LocalDate date, Instant looked) throws SQLException {
        Instant over = new CentralDay(date).end().plus(Shift.LONGEST);
        try (Connection connection = stock.connect()) {
            return FrozenRows.hash(ReferenceDay.rows(
                    connection, date, looked.isBefore(over) ? looked : over, Judged.multipliers(connection, date)));
        }
    }

    /**
     * Of the days before the first, which nobody seals, nothing but process-activities makes scores; what was recorded before
     * it had begun need not be among them.
     */
    private void lateWorkIsScored() {
        Instant begun = begun("process-activities");
        List<String> seen = work.late().entrySet().stream()
                .filter(row -> !row.getValue().isBefore(begun))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(stock.rows(
                        "SELECT CONCAT(employee_id, ' ', score_date) FROM daily_scores WHERE score_date < ?",
                        friday.toString()))
                .as("late work since %s, seed %d", begun, seed)
                .containsAll(seen)
                .isSubsetOf(work.late().keySet())
                .isNotEmpty();
    }

    private void reportsAreRightAndSent() {
        assertThat(stock.rows("SELECT * FROM report_judgements WHERE verdict NOT IN ('right', 'sealed anew')"))
                .as("reports, seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT DISTINCT score_date FROM report_judgements WHERE verdict = 'right'"))
                .as("days whose report was judged, seed %d", seed)
                .hasSizeGreaterThanOrEqualTo(days - 1);
        assertThat(stock.rows("SELECT * FROM hub_job_runs WHERE job = 'closing-report' AND outcome = 'succeeded'"
                        + " AND summary LIKE '%provisional%'"))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT CONCAT(score_date, ' version ', version, ' ', recipient) FROM hub_report_mails"
                        + " WHERE sent_at IS NOT NULL ORDER BY 1"))
                .as("letters, seed %d", seed)
                .containsExactlyElementsOf(new TreeSet<>(received))
                .hasSize(stock.rows("SELECT id FROM hub_report_mails").size())
                .hasSizeGreaterThanOrEqualTo(2 * (days - 1));
        // Whoever is killed between handing over and noting it leaves a letter that is sent again.
        assertThat(received)
                .as("letters, seed %d", seed)
                .hasSizeLessThanOrEqualTo(new TreeSet<>(received).size() + repeats);
    }

    private void oldDaysAreLetGo() {
        assertThat(stock.rows(
                        "SELECT * FROM hub_job_runs WHERE job = 'retention' AND outcome = 'succeeded'"
                                + " AND summary NOT LIKE CONCAT('held from ', score_date - INTERVAL ? DAY, ' on; %')",
                        Roster.HELD))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT job FROM hub_job_runs WHERE job LIKE 'of-%'"))
                .as("attempts older than 400 days, seed %d", seed)
                .containsExactly("of-not-so-long-ago");
    }

    /**
     * On that day nobody began anything between those times, by the clock of either instance; the evening's run came after.
     */
    void downOverSix(LocalDate date, String from, String until) {
        Instant down = at(date, from);
        Instant up = at(date, until);
        assertThat(stock.rows("SELECT * FROM hub_job_runs WHERE started_at > ? AND started_at < ?", down, up))
                .as("down on %s, seed %d", date, seed)
                .isEmpty();
        assertThat(stock.rows(
                        "SELECT cause, started_at >= ? FROM hub_job_runs WHERE job = 'finalize-daily'"
                                + " AND score_date = ? AND outcome = 'succeeded'",
                        up,
                        date.toString()))
                .as("18:00 of %s was made up for, seed %d", date, seed)
                .containsExactly("catch-up 1");
    }

    /** Written down by hand: before and after the night in which 02:00 does not come, or 01:00 comes twice. */
    private void theClocksWereChanged() {
        assertThat(stock.rows(
                        "SELECT CONCAT(job, ' of ', score_date, ' at ', DATE_FORMAT(due_at, '%d %H:%i'))"
                                + " FROM hub_job_runs WHERE outcome = 'succeeded' AND job IN ('close-day', 'finalize-daily')"
                                + " AND score_date BETWEEN ? AND ? ORDER BY due_at",
                        friday.plusDays(1).toString(), friday.plusDays(2).toString()))
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        spring
                                ? List.of(
                                        "finalize-daily of 2026-03-07 at 08 00:00",
                                        "close-day of 2026-03-07 at 08 06:10",
                                        "finalize-daily of 2026-03-08 at 08 23:00",
                                        "close-day of 2026-03-08 at 09 05:10")
                                : List.of(
                                        "finalize-daily of 2026-10-31 at 31 23:00",
                                        "close-day of 2026-10-31 at 01 05:10",
                                        "finalize-daily of 2026-11-01 at 02 00:00",
                                        "close-day of 2026-11-01 at 02 06:10"));
    }

    private void oncePerDay(Job job) {
        List<String> due = job.plan().schedule().dueIn(start.plus(Duration.ofMinutes(30)), end).stream()
                .map(at -> at + " " + job.plan().date(at) + " 1")
                .toList();
        assertThat(stock.rows(
                        "SELECT run_key, score_date, COUNT(*) FROM hub_job_runs WHERE job = ? AND outcome = 'succeeded'"
                                + " GROUP BY run_key, score_date ORDER BY run_key",
                        job.plan().name()))
                .as("%s, seed %d", job.plan().name(), seed)
                .isEqualTo(due)
                .isNotEmpty();
    }

    /** Between two successes lie as many due instants as the later one says it stands for; and none is left at the end. */
    private void oneForAll(Job job) {
        String name = job.plan().name();
        Instant last = begun(name);
        List<String> runs = stock.rows(
                "SELECT run_key, summary FROM hub_job_runs WHERE job = ? AND outcome = 'succeeded' ORDER BY due_at",
                name);
        assertThat(runs).as(name).isNotEmpty();
        for (String run : runs) {
            Instant due = Instant.parse(run.substring(0, run.indexOf(' ')));
            Matcher coalesced = COALESCED.matcher(run);
            int told = coalesced.find() ? Integer.parseInt(coalesced.group(1)) : 0;
            assertThat(job.plan().schedule().dueIn(last, due))
                    .as("%s between %s and %s, seed %d", name, last, due, seed)
                    .hasSize(told + 1);
            last = due;
        }
        assertThat(last).as("the last run of %s", name).isAfterOrEqualTo(latestDue(job));
    }

    private Instant begun(String job) {
        return Instant.parse(stock.rows(
                        "SELECT DATE_FORMAT(due_at, '%Y-%m-%dT%H:%i:%s.%fZ') FROM hub_job_runs WHERE job = ? AND outcome = 'begun'",
                        job)
                .getFirst());
    }

    private Instant latestDue(Job job) {
        return job.plan().schedule().dueIn(end.minus(Duration.ofDays(2)), end).getLast();
    }

    static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(CentralDay.ZONE).toInstant();
    }
}
