package hub.scheduler.week;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.projections.time.CentralDay;
import hub.scheduler.Stock;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Job;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two schedulers with every job there is, one ten minutes slow and one ten minutes fast, from the Friday before the
 * clocks are changed. They are killed, stopped for longer than their locks live (also with a run in their hands, before it
 * writes and before it commits), and both down over an evening; Redis is restarted and forgets, and is away over another
 * evening; what is sealed reaches the read models late; people work, and correct what they recorded, all the time; Connecteam tells of others, and fails now and then.
 *
 * <p>In each build a few days of it; all of the week with {@code -Dhub.test.week=true}, with a seed by
 * {@code -Dhub.test.seed}. An even seed is a spring's, an odd one an autumn's.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
abstract class WeekContract {

    private static final boolean WHOLE = Boolean.getBoolean("hub.test.week");
    private static final int DAYS = WHOLE ? 8 : 3;
    private static final Duration STEP = Duration.ofMinutes(WHOLE ? 5 : 10);
    private static final int STEPS_PER_HOUR = (int) (60 / STEP.toMinutes());

    /** Mean steps between two troubles of one instance, or of Redis. */
    private static final int KILLED_EACH = 60;

    private static final int STOPPED_EACH = 50;
    private static final int RESTARTED_EACH = 70;

    private static final MysqlSettings UNUSED =
            new MysqlSettings("unused", 1, "unused", "unused", "", SslMode.PREFERRED);

    private static final List<Job> ALL = Stream.concat(
                    Roster.of(UNUSED, 1, () -> Instant.EPOCH, Duration.ZERO).stream(),
                    Timesheets.jobs(UNUSED, 1, "unused", () -> Instant.EPOCH).stream())
            .toList();

    /** A Redis that can go and come back where it is, and forgets everything. */
    interface Redis extends AutoCloseable {
        String host();

        int port();

        void stop();

        void start();

        default void restart() {
            stop();
            start();
        }

        @Override
        void close();
    }

    private final Random random;
    private final long seed;
    private final LocalDate friday;
    private final Instant start;
    private final Instant end;
    private final Timesheets timesheets;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Instant now;
    private boolean redisIsAway;
    /** Whether the work was recorded by now that is late in every course. */
    private boolean forgotten;

    private int restarts;

    WeekContract() {
        seed = Long.getLong("hub.test.seed", new Random().nextLong(10_000_000));
        random = new Random(seed);
        friday = LocalDate.parse(isSpring() ? "2026-03-06" : "2026-10-30");
        start = new CentralDay(friday).start().plus(Duration.ofHours(12));
        end = WeekJudge.at(friday.plusDays(DAYS), "09:00");
        now = start;
        timesheets = new Timesheets(friday, DAYS, seed);
    }

    abstract MysqlSettings warehouse();

    abstract Redis redis();

    private boolean isSpring() {
        return seed % 2 == 0;
    }

    @Test
    void everyDueInstantHasOneSuccessAndEverySealIsRight() throws IOException, SQLException {
        Stock stock = stock();
        mail.start();
        timesheets.hire(stock);
        Work work = new Work(stock, friday, WeekJudge.at(friday.plusDays(DAYS), "03:30"), random);
        Stops stops = new Stops(stock, random);
        Redis redis = redis();
        Fleet fleet = new Fleet(which -> launch(which, stock, redis), STEP);
        List<String> received;
        try (redis;
                fleet) {
            live(work, redis, fleet, stops);
            settle(stock, redis, fleet);
        } finally {
            received = Stream.of(mail.getReceivedMessages())
                    .map(WeekContract::envelope)
                    .toList();
            mail.stop();
            timesheets.close();
        }
        System.out.printf(
                "week: seed %d, %s, %d days, %d kills, %s, %d restarts of Redis, %d locks from MySQL, %d minutes' waits%n",
                seed,
                isSpring() ? "spring" : "autumn",
                DAYS,
                fleet.kills(),
                stops,
                restarts,
                fleet.sum(Told::mysqlLocks),
                fleet.waits());
        figures(stock).forEach(line -> System.out.println("week: " + line));

        System.out.println("week: failures of Connecteam " + timesheets.failures());

        WeekJudge judge = new WeekJudge(
                stock, ALL, seed, isSpring(), friday, DAYS, start, end, work, received, fleet.kills() + stops.all());
        judge.judge();
        judge.downOverSix(friday.plusDays(1), "17:50", "18:30");
        whatConnecteamToldIsStored(stock);
        if (WHOLE) {
            judge.downOverSix(friday.plusDays(4), "17:10", "23:59");
            assertThat(List.of(fleet.kills(), stops.all(), restarts))
                    .as("seed %d", seed)
                    .allMatch(count -> count >= 3);
            // In a few days on a busy machine each attempt may come after that hour.
            assertThat(stock.rows("SELECT id FROM hub_job_runs WHERE job LIKE '%-report' AND outcome = 'failed'"
                            + " AND summary LIKE '%the read models do not contain version%'"))
                    .as("reports that waited for the stream, seed %d", seed)
                    .isNotEmpty();
        }
        stops.judge(WHOLE ? 3 : 1);
        assertThat(fleet.sum(Told::mysqlLocks))
                .as("locks from MySQL, seed %d", seed)
                .isPositive();
    }

    private void whatConnecteamToldIsStored(Stock stock) {
        assertThat(stock.rows(Timesheets.STORED)).as("shifts, seed %d", seed).isEqualTo(timesheets.clockTimes());
        assertThat(stock.rows(Timesheets.EVERYBODY)).as("people, seed %d", seed).isEqualTo(Timesheets.PEOPLE);
        assertThat(timesheets.failures()).as("failures, seed %d", seed).isNotEmpty();
    }

    private Stock stock() {
        Stock stock = Stock.with(warehouse(), Work.PEOPLE);
        stock.run("CREATE TABLE judgements (score_date DATE, version INT, judged INT, verdict TEXT,"
                + " PRIMARY KEY (score_date, version))");
        stock.run("CREATE TABLE row_judgements (what VARCHAR(40), run_key VARCHAR(100), judged INT, verdict TEXT)");
        stock.run("CREATE TABLE report_judgements (score_date DATE, version INT, audience VARCHAR(10), verdict TEXT,"
                + " PRIMARY KEY (score_date, version, audience))");
        stock.run("CREATE TABLE looks (job VARCHAR(40), run_key VARCHAR(100), score_date DATE)");
        stock.run("CREATE TABLE writings (job VARCHAR(40), run_key VARCHAR(100), instance VARCHAR(40))");
        Effects.succeeded(
                stock, "of-long-ago", friday.minusDays(401).atStartOfDay().toInstant(ZoneOffset.UTC));
        Effects.succeeded(
                stock,
                "of-not-so-long-ago",
                friday.minusDays(390).atStartOfDay().toInstant(ZoneOffset.UTC));
        return stock;
    }

    private static List<String> figures(Stock stock) {
        return Stream.of(
                        "SELECT 'runs', outcome, COUNT(*) FROM hub_job_runs WHERE outcome <> 'begun' GROUP BY outcome"
                                + " ORDER BY outcome",
                        "SELECT 'runs of', job, outcome, COUNT(*) FROM hub_job_runs WHERE outcome <> 'begun'"
                                + " GROUP BY job, outcome ORDER BY job, outcome",
                        "SELECT 'seals', kind, COUNT(*) FROM hub_seals GROUP BY kind ORDER BY kind",
                        "SELECT 'rows under seals, judged', SUM(judged), verdict = 'right' FROM judgements GROUP BY 3",
                        "SELECT what, 'judged', SUM(judged), 'in', COUNT(*), 'runs, right:', verdict = 'right'"
                                + " FROM row_judgements GROUP BY what, verdict = 'right' ORDER BY what",
                        "SELECT 'reports judged', verdict, COUNT(*) FROM report_judgements GROUP BY verdict",
                        "SELECT 'reports that waited for the stream', COUNT(*) FROM hub_job_runs"
                                + " WHERE job LIKE '%-report' AND outcome = 'failed'"
                                + " AND summary LIKE '%the read models do not contain version%'",
                        "SELECT 'letters', COUNT(*) FROM hub_report_mails")
                .flatMap(query -> stock.rows(query).stream())
                .toList();
    }

    private void live(Work work, Redis redis, Fleet fleet, Stops stops) throws IOException {
        fleet.launch(Fleet.SLOW);
        fleet.launch(Fleet.FAST);
        long[] backAt = {0, 0};
        for (long step = 0; now.isBefore(end); step++) {
            for (int which = 0; which < 2; which++) {
                if (isDown(now)) {
                    fleet.kill(which);
                } else if (!fleet.isUp(which)) {
                    if (step >= backAt[which]) {
                        fleet.launch(which);
                    }
                } else if (isCalm(now)) {
                    if (isFinalizeHeld(now) && which == Fleet.FAST) {
                        stops.ask(fleet, which, "finalize-daily", heldPlace());
                    }
                } else if (random.nextInt(KILLED_EACH) == 0) {
                    fleet.kill(which);
                    backAt[which] = step + random.nextInt(STEPS_PER_HOUR);
                } else if (random.nextInt(STOPPED_EACH) == 0) {
                    stops.some(fleet, which, () -> pass(work, redis, fleet));
                }
                if (fleet.isUp(which) && !isSoon(this::isDown, now)) {
                    stops.stopIfHeld(fleet, which, () -> pass(work, redis, fleet));
                }
            }
            if (!redisIsAway && random.nextInt(RESTARTED_EACH) == 0) {
                redis.restart();
                restarts++;
            }
            pass(work, redis, fleet);
        }
    }

    /** One step of everything but the troubles of the schedulers. */
    private Instant pass(Work work, Redis redis, Fleet fleet) {
        if (redisIsAway != isRedisAway(now)) {
            redisIsAway = !redisIsAway;
            if (redisIsAway) {
                redis.stop();
            } else {
                redis.start();
            }
        }
        timesheets.at(now);
        work.some(now);
        if (!forgotten && now.isAfter(WeekJudge.at(friday.plusDays(1), "10:00"))) {
            work.recordLate(1, WeekJudge.at(friday.minusDays(2), "15:00"), now);
            forgotten = true;
        }
        fleet.tell(now);
        if (redisIsAway) {
            // That it is away is known after a second; the simulated hour would be over by then.
            fleet.finish(now);
        }
        now = now.plus(STEP);
        return now;
    }

    /** On the first evening, and in the whole week on Monday's too, the fast one is to stop with that run in its hands. */
    private boolean isFinalizeHeld(Instant at) {
        return isBetween(at, 0, "17:40", "18:30") || WHOLE && isBetween(at, 3, "17:40", "18:30");
    }

    private Hold.Place heldPlace() {
        return CentralDay.of(now).date().equals(friday) ? Hold.Place.PREPARED : Hold.Place.WRITTEN;
    }

    /** No other troubles: what is to happen then happens in every course. A stop would pass over it. */
    private boolean isCalm(Instant at) {
        return isSoon(this::isFinalizeHeld, at) || isSoon(this::isDown, at) || isRedisAway(at);
    }

    private static boolean isSoon(Predicate<Instant> what, Instant at) {
        return IntStream.rangeClosed(0, Stops.MOST_STEPS).anyMatch(step -> what.test(at.plus(STEP.multipliedBy(step))));
    }

    /** Down over Saturday's 18:00, back at 18:40; and in the whole week, down from Tuesday 17:00 to Thursday 9:00. */
    private boolean isDown(Instant at) {
        return isBetween(at, 1, "17:40", "18:40")
                || !at.isBefore(WeekJudge.at(friday.plusDays(4), "17:00"))
                        && at.isBefore(WeekJudge.at(friday.plusDays(6), "09:00"));
    }

    /** Away over Sunday's 18:00. */
    private boolean isRedisAway(Instant at) {
        return isBetween(at, 2, "17:30", "18:40");
    }

    /** From {@code from} and before {@code until} of that day after the first. */
    private boolean isBetween(Instant at, int day, String from, String until) {
        LocalDate date = friday.plusDays(day);
        return !at.isBefore(WeekJudge.at(date, from)) && at.isBefore(WeekJudge.at(date, until));
    }

    /** Everybody is well again, and has the time to finish. */
    private void settle(Stock stock, Redis redis, Fleet fleet) throws IOException {
        for (int which = 0; which < 2; which++) {
            if (!fleet.isUp(which)) {
                fleet.launch(which);
            }
        }
        fleet.letGo();
        for (int step = 0; step < 24 * STEPS_PER_HOUR * 3 && !isSettled(stock); step++) {
            fleet.tell(now);
            now = now.plusSeconds(20);
        }
    }

    private boolean isSettled(Stock stock) {
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

    private Child launch(int which, Stock stock, Redis redis) throws IOException {
        return Child.start(
                which == Fleet.SLOW ? "slow" : "fast",
                stock.schema(),
                redis.host(),
                redis.port(),
                which == Fleet.SLOW ? -10 : 10,
                mail.getSmtp().getPort(),
                timesheets.port());
    }

    private static String envelope(MimeMessage letter) {
        try {
            return letter.getHeader("Hub-Report")[0] + " " + letter.getAllRecipients()[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
