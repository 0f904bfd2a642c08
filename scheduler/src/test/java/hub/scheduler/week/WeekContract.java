package hub.scheduler.week;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.projections.time.CentralDay;
import hub.scheduler.Stock;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Job;
import hub.scheduler.run.Mode;
import hub.scheduler.seal.RestateDays;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two schedulers with every job of this module, one ten minutes slow and one ten minutes fast, from the Friday before the
 * clocks are changed. They are killed, stopped for longer than their locks live, and both down over an evening; Redis is
 * restarted and forgets; people work, and correct what they recorded, all the time.
 *
 * <p>In each build a few days of it; all of the week with {@code -Dhub.test.week=true}, with a seed by
 * {@code -Dhub.test.seed}. An even seed is a spring's, an odd one an autumn's.
 */
abstract class WeekContract {

    private static final boolean WHOLE = Boolean.getBoolean("hub.test.week");
    private static final int DAYS = WHOLE ? 8 : 3;
    private static final Duration STEP = Duration.ofMinutes(WHOLE ? 5 : 10);
    private static final long PACE_NANOS = Duration.ofMillis(100).toNanos();
    /** Steps for which an instance is stopped: longer than its locks live. */
    private static final int STOPPED = 25;

    private static final int PEOPLE = 6;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);
    private static final List<Job> ALL = Roster.of(
            new MysqlSettings("unused", 1, "unused", "unused", "", SslMode.PREFERRED), 1, () -> Instant.EPOCH);
    private static final Pattern COALESCED = Pattern.compile("stands for (\\d+) earlier due instants");

    /** A Redis that can be restarted where it is, and forgets everything. */
    interface Redis extends AutoCloseable {
        String host();

        int port();

        void restart();

        @Override
        void close();
    }

    private final Random random;
    private final long seed;
    private final boolean spring;
    private final LocalDate friday;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    /** Work of days before the first, recorded late: who, and on which day; and when it was recorded last. */
    private final Map<String, Instant> late = new TreeMap<>();
    /** What each letter that arrived says it is, and to whom. */
    private final List<String> received = new ArrayList<>();

    private final List<@Nullable Child> instances = new ArrayList<>(List.of());
    /** Whether the work was recorded by now that is late in every course. */
    private boolean forgotten;

    private int kills;
    private int stops;
    private int restarts;

    WeekContract() {
        seed = Long.getLong("hub.test.seed", new Random().nextLong(10_000_000));
        random = new Random(seed);
        spring = seed % 2 == 0;
        friday = LocalDate.parse(spring ? "2026-03-06" : "2026-10-30");
    }

    abstract MysqlSettings warehouse();

    abstract Redis redis();

    @Test
    void everyDueInstantHasOneSuccessAndEverySealIsRight() throws IOException {
        Stock stock = Stock.with(warehouse(), PEOPLE);
        stock.run(
                "CREATE TABLE judgements (score_date DATE, version INT, verdict TEXT, PRIMARY KEY (score_date, version))");
        stock.run("CREATE TABLE report_judgements (score_date DATE, version INT, audience VARCHAR(10), verdict TEXT,"
                + " PRIMARY KEY (score_date, version, audience))");
        Effects.succeeded(
                stock, "of-long-ago", friday.minusDays(401).atStartOfDay().toInstant(ZoneOffset.UTC));
        Effects.succeeded(
                stock,
                "of-not-so-long-ago",
                friday.minusDays(390).atStartOfDay().toInstant(ZoneOffset.UTC));
        mail.start();
        Instant start = new CentralDay(friday).start().plus(Duration.ofHours(12));
        Instant end = new CentralDay(friday.plusDays(DAYS)).start().plus(Duration.ofHours(9));
        try (Redis redis = redis()) {
            live(stock, redis, start, end);
            settle(stock, redis, start, end);
        } finally {
            instances.forEach(WeekContract::kill);
            Stream.of(mail.getReceivedMessages()).map(WeekContract::envelope).forEach(received::add);
            mail.stop();
        }
        System.out.printf(
                "week: seed %d, %s, %d days, %d kills, %d stops, %d restarts of Redis; %s%n",
                seed,
                spring ? "spring" : "autumn",
                DAYS,
                kills,
                stops,
                restarts,
                stock.rows(
                        "SELECT job, outcome, COUNT(*) FROM hub_job_runs GROUP BY job, outcome ORDER BY job, outcome"));
        judge(stock, start, end);
    }

    private void live(Stock stock, Redis redis, Instant start, Instant end) throws IOException {
        instances.add(launch(0, stock, redis));
        instances.add(launch(1, stock, redis));
        long[] backAt = {0, 0};
        long step = 0;
        for (Instant now = start; now.isBefore(end); now = now.plus(STEP), step++) {
            write(stock, now);
            if (!forgotten && now.isAfter(at(friday.plusDays(1), "10:00"))) {
                recordLate(stock, 1, at(friday.minusDays(2), "15:00"), now);
                forgotten = true;
            }
            boolean down = isDown(now);
            for (int i = 0; i < 2; i++) {
                Child child = instances.get(i);
                if (child != null && down) {
                    kill(child);
                    instances.set(i, null);
                    kills++;
                } else if (child == null && !down && step >= backAt[i]) {
                    instances.set(i, launch(i, stock, redis));
                } else if (child != null && random.nextInt(60) == 0) {
                    kill(child);
                    instances.set(i, null);
                    backAt[i] = step + random.nextInt(12);
                    kills++;
                } else if (child != null && random.nextInt(50) == 0 && !isDownSoon(now)) {
                    child.stop();
                    stops++;
                    // Longer than its locks live; the other goes on meanwhile.
                    for (int wait = 0; wait < STOPPED; wait++) {
                        now = now.plus(STEP);
                        tell(now);
                        pause();
                    }
                    child.wake();
                }
            }
            if (random.nextInt(70) == 0) {
                redis.restart();
                restarts++;
            }
            tell(now);
            pause();
        }
    }

    /** A stop would pass over the hours in which all are down. */
    private boolean isDownSoon(Instant now) {
        return IntStream.rangeClosed(0, STOPPED).anyMatch(step -> isDown(now.plus(STEP.multipliedBy(step))));
    }

    /** Down over Saturday's 18:00, back at 18:40; and in the whole week, down from Tuesday 17:00 to Wednesday 9:00. */
    private boolean isDown(Instant now) {
        LocalDate date = CentralDay.of(now).date();
        int minute = now.atZone(CentralDay.ZONE).toLocalTime().toSecondOfDay() / 60;
        return date.equals(friday.plusDays(1)) && minute >= 17 * 60 + 40 && minute < 18 * 60 + 40
                || date.equals(friday.plusDays(4)) && minute >= 17 * 60
                || date.equals(friday.plusDays(5)) && minute < 9 * 60;
    }

    /** Everybody is well again, and has the time to finish. */
    private void settle(Stock stock, Redis redis, Instant start, Instant end) throws IOException {
        for (int i = 0; i < 2; i++) {
            if (instances.get(i) == null) {
                instances.set(i, launch(i, stock, redis));
            }
        }
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        for (Instant now = end;
                !isSettled(stock, start, end) && System.nanoTime() < deadline;
                now = now.plusSeconds(20)) {
            tell(now);
            pause();
        }
    }

    private static boolean isSettled(Stock stock, Instant start, Instant end) {
        return ALL.stream().allMatch(job -> {
            List<Instant> due = job.plan().schedule().dueIn(start.plus(Duration.ofMinutes(30)), end);
            boolean last = !stock.rows(
                            "SELECT 1 FROM hub_job_runs WHERE job = ? AND outcome = 'succeeded' AND due_at >= ?",
                            job.plan().name(),
                            due.getLast())
                    .isEmpty();
            return last
                    && stock.rows("SELECT 1 FROM hub_job_runs WHERE outcome = 'running'")
                            .isEmpty();
        });
    }

    private void write(Stock stock, Instant now) {
        int hour = CentralDay.wallClockHour(now);
        int person = 1 + random.nextInt(PEOPLE);
        if (hour >= 6 && hour < 21 && random.nextInt(2) == 0) {
            stock.recorded(
                    null,
                    person,
                    1 + random.nextInt(5),
                    random.nextInt(1, 60),
                    now.minusSeconds(random.nextInt(1_200)),
                    now.plusSeconds(random.nextInt(600)),
                    now);
        }
        switch (random.nextInt(12)) {
            case 0 -> stock.shift(person, now.minusSeconds(random.nextInt(3_600)), null);
            case 1 ->
                stock.run(
                        "UPDATE clock_times SET clock_out = ? WHERE employee_id = ? AND clock_out IS NULL",
                        now,
                        person);
            case 2 -> recordLate(stock, person, now.minus(Duration.ofHours(random.nextInt(60))), now);
            case 3 ->
                stock.run(
                        "UPDATE activity_logs SET items_count = items_count + 1, employee_id = ? WHERE report_id IS NULL ORDER BY RAND() LIMIT 1",
                        person);
            case 4 -> stock.run("DELETE FROM activity_logs WHERE report_id IS NULL ORDER BY RAND() LIMIT 1");
            case 5 ->
                stock.run(
                        "UPDATE role_configs SET multiplier = ? WHERE id = ?",
                        "1." + random.nextInt(10, 100),
                        1 + random.nextInt(5));
            default -> {}
        }
    }

    /** Work of a day that may be closed, or was before anything began. */
    private void recordLate(Stock stock, int person, Instant when, Instant now) {
        stock.recorded("late-" + now, person, 2, 7, when, null, now);
        LocalDate date = CentralDay.of(when).date();
        if (date.isBefore(friday)) {
            late.put(person + " " + date, now);
        }
    }

    private void judge(Stock stock, Instant start, Instant end) {
        for (Job job : ALL) {
            switch (job.plan().catchUp()) {
                case EACH -> oncePerDay(stock, job, start, end);
                case COALESCED -> oneForAll(stock, job, end);
            }
        }
        downOverSix(stock, friday.plusDays(1), "17:50", "18:30");
        if (WHOLE) {
            downOverSix(stock, friday.plusDays(4), "17:10", "23:59");
            assertThat(List.of(kills, stops, restarts)).as("seed %d", seed).allMatch(count -> count >= 3);
        }
        theClocksWereChanged(stock);

        assertThat(stock.rows("SELECT * FROM hub_job_runs WHERE outcome IN ('running', 'missed')"))
                .as("left open or missed, seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT * FROM judgements WHERE verdict <> 'right'"))
                .isEmpty();
        assertThat(stock.rows("SELECT COUNT(*) FROM judgements"))
                .isEqualTo(stock.rows("SELECT COUNT(*) FROM hub_seals"))
                .isNotEqualTo(List.of("0"));
        assertThat(stock.rows("SELECT employee_id, score_date FROM daily_scores GROUP BY employee_id, score_date"
                        + " HAVING COUNT(*) > 1"))
                .isEmpty();
        assertThat(stock.rows(
                        "SELECT employee_id, since FROM hub_alerts GROUP BY employee_id, since HAVING COUNT(*) > 1"))
                .isEmpty();
        lateWorkIsScored(stock);
        reportsAreRightAndSent(stock);
        oldDaysAreLetGo(stock);
        hashesCanBeMadeAgain(stock);
    }

    /**
     * Of the days before the first, which nobody seals, nothing but process-activities makes scores; what was recorded before
     * it had begun need not be among them.
     */
    private void lateWorkIsScored(Stock stock) {
        Instant begun = begun(stock, "process-activities");
        List<String> seen = late.entrySet().stream()
                .filter(work -> !work.getValue().isBefore(begun))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(stock.rows(
                        "SELECT CONCAT(employee_id, ' ', score_date) FROM daily_scores WHERE score_date < ?",
                        friday.toString()))
                .as("late work since %s, seed %d", begun, seed)
                .containsAll(seen)
                .isSubsetOf(late.keySet())
                .isNotEmpty();
    }

    private void reportsAreRightAndSent(Stock stock) {
        assertThat(stock.rows("SELECT * FROM report_judgements WHERE verdict NOT IN ('right', 'sealed anew')"))
                .as("reports, seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT DISTINCT score_date FROM report_judgements WHERE verdict = 'right'"))
                .as("days whose report was judged, seed %d", seed)
                .hasSizeGreaterThanOrEqualTo(DAYS - 1);
        assertThat(stock.rows("SELECT * FROM hub_job_runs WHERE job = 'closing-report' AND outcome = 'succeeded'"
                        + " AND summary LIKE '%provisional%'"))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(stock.rows("SELECT CONCAT(score_date, ' version ', version, ' ', recipient) FROM hub_report_mails"
                        + " WHERE sent_at IS NOT NULL ORDER BY 1"))
                .as("letters, seed %d", seed)
                .containsExactlyElementsOf(new TreeSet<>(received))
                .hasSize(stock.rows("SELECT id FROM hub_report_mails").size())
                .hasSizeGreaterThanOrEqualTo(2 * (DAYS - 1));
        // Whoever is killed between handing over and noting it leaves a letter that is sent again.
        assertThat(received)
                .as("letters, seed %d", seed)
                .hasSizeLessThanOrEqualTo(new TreeSet<>(received).size() + kills + stops);
    }

    private static String envelope(MimeMessage letter) {
        try {
            return letter.getHeader("Hub-Report")[0] + " " + letter.getAllRecipients()[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void oldDaysAreLetGo(Stock stock) {
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

    /** A re-run over the same data writes nothing; then the latest hash of a closed day is that of its rows. */
    private void hashesCanBeMadeAgain(Stock stock) {
        for (int day = 0; day < DAYS - 1; day++) {
            LocalDate date = friday.plusDays(day);
            Job again = new RestateDays(1);
            Instant due = Schedule.dailyAt(LocalTime.of(4, 30)).nextAfter(new CentralDay(date.plusDays(2)).start());
            Effects.of(again, due.minus(Duration.ofDays(1)), stock, Mode.ON);
            List<String> before = stock.rows("SELECT * FROM hub_seals");
            Effects.of(again, due.minus(Duration.ofDays(1)), stock, Mode.ON);
            assertThat(stock.rows("SELECT * FROM hub_seals")).isEqualTo(before);
            assertThat(stock.rows(
                            "SELECT SHA2(COALESCE(GROUP_CONCAT(CONCAT_WS(' ', employee_id, items_processed, points_earned,"
                                    + " active_minutes, ROUND(clocked_minutes), efficiency_rate), '\n' ORDER BY employee_id"
                                    + " SEPARATOR ''), ''), 256) FROM daily_scores WHERE score_date = ?",
                            date.toString()))
                    .as("hash of %s, seed %d", date, seed)
                    .isEqualTo(stock.rows(
                            "SELECT hash FROM hub_seals WHERE score_date = ? ORDER BY version DESC LIMIT 1",
                            date.toString()));
        }
    }

    /**
     * On that day nobody began anything between those times, by the clock of either instance; the evening's run came after.
     */
    private void downOverSix(Stock stock, LocalDate date, String from, String until) {
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
    private void theClocksWereChanged(Stock stock) {
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

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(CentralDay.ZONE).toInstant();
    }

    private void oncePerDay(Stock stock, Job job, Instant start, Instant end) {
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
    private void oneForAll(Stock stock, Job job, Instant end) {
        String name = job.plan().name();
        Instant last = begun(stock, name);
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
        assertThat(last).as("the last run of %s", name).isAfterOrEqualTo(latestDue(job, end));
    }

    private static Instant begun(Stock stock, String job) {
        return Instant.parse(stock.rows(
                        "SELECT DATE_FORMAT(due_at, '%Y-%m-%dT%H:%i:%s.%fZ') FROM hub_job_runs WHERE job = ? AND outcome = 'begun'",
                        job)
                .getFirst());
    }

    private static Instant latestDue(Job job, Instant end) {
        return job.plan().schedule().dueIn(end.minus(Duration.ofDays(2)), end).getLast();
    }

    private void tell(Instant now) {
        for (Child child : instances) {
            if (child != null) {
                child.tell(now);
            }
        }
    }

    private Child launch(int which, Stock stock, Redis redis) throws IOException {
        return Child.start(
                which == 0 ? "slow" : "fast",
                stock.schema(),
                redis.host(),
                redis.port(),
                which == 0 ? -10 : 10,
                mail.getSmtp().getPort());
    }

    private static void kill(@Nullable Child child) {
        if (child != null) {
            child.close();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PACE_NANOS);
    }
}
