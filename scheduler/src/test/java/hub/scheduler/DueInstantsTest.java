package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.redis.BoardReader;
import hub.redis.RedisConnections;
import hub.redis.RedisStore;
import hub.redis.ServingProcesses;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Five years of due instants of every job that the role has, against the law: clocks change in March and November. */
class DueInstantsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    /** Every job that is due once a day, in Chicago. */
    private static final Map<String, LocalTime> DAILY = Map.of(
            "finalize-daily", LocalTime.of(18, 0),
            "daily-report", LocalTime.of(18, 30),
            "close-day", LocalTime.of(0, 10),
            "closing-report", LocalTime.of(0, 30),
            "retention", LocalTime.of(3, 30),
            "restate-days", LocalTime.of(4, 30),
            "cache-warmup", LocalTime.of(5, 30));

    /** Every job that goes by elapsed time, all day. */
    private static final Map<String, Duration> FREQUENT = Map.of(
            "realtime-scores", Duration.ofMinutes(5),
            "send-reports", Duration.ofMinutes(5),
            "process-activities", Duration.ofMinutes(10),
            "parity-audit", Duration.ofMinutes(10));

    private static final Pattern README_LINE =
            Pattern.compile("\\| `([a-z-]+)` \\|[^|]+\\|[^|]+\\|[^|]+\\| ([^|]+ \\| [^|]+) \\|");

    private static final String BY_DAY = "check-idle";

    /** With a server for letters, which one of the jobs is there for. */
    private static final Map<String, Object> MAIL =
            Map.of("hub.mail.host", "mail.example.org", "hub.mail.from", "hub@example.org");

    @Test
    void everyJobIsDueWhenItsPlanAndTheLawSay() {
        Map<String, JobPlan> plans = plans();
        assertThat(plans.keySet()).as("a new job belongs into this table").containsExactlyInAnyOrderElementsOf(names());

        DAILY.forEach((name, time) -> {
            List<Instant> expected = FIRST.datesUntil(LAST.plusDays(1))
                    .map(date -> inChicago(date, time))
                    .toList();
            assertThat(due(plans, name)).as(name).isEqualTo(expected);
        });
        FREQUENT.forEach((name, period) -> assertThat(due(plans, name)).as(name).isEqualTo(ticks(period)));
        assertThat(due(plans, BY_DAY))
                .isEqualTo(ticks(Duration.ofMinutes(5)).stream()
                        .filter(tick -> {
                            LocalDate date =
                                    tick.atOffset(ZoneOffset.ofHours(-6)).toLocalDate();
                            return !tick.isBefore(inChicago(date, LocalTime.of(6, 0)))
                                    && tick.isBefore(inChicago(date, LocalTime.of(22, 0)));
                        })
                        .toList());
    }

    /** Operators read them there. */
    @Test
    void theReadmeStatesGraceAndLockOfEveryJob() throws IOException {
        Map<String, String> stated = Files.readAllLines(Path.of("../README.md")).stream()
                .map(README_LINE::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
        Map<String, String> planned = plans().values().stream()
                .collect(Collectors.toMap(
                        JobPlan::name, plan -> words(plan.grace()) + " | " + words(plan.lockAtMost())));
        assertThat(stated).isEqualTo(planned);
    }

    /** As the README says: jobs about what is so now take today, those about days that are over take these, others take both. */
    @Test
    void everyJobTakesTheDatesThatMeanSomethingToIt() {
        Map<Dates, Set<String>> names = ofEach(MAIL, Job::dates).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        assertThat(names)
                .isEqualTo(Map.of(
                        Dates.TODAY,
                        Set.of("realtime-scores", "process-activities", "check-idle", "send-reports", "retention"),
                        Dates.ENDED,
                        Set.of("close-day", "closing-report", "restate-days"),
                        Dates.UNTIL_TODAY,
                        Set.of("finalize-daily", "daily-report", "cache-warmup", "parity-audit")));
    }

    private static String words(Duration time) {
        return time.toDays() > 1
                ? time.toDays() + " days"
                : time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    /** Letters are queued all the same, and whichever process has one sends them. */
    @Test
    void withoutAMailServerNobodySendsThoughThereAreRecipients() {
        assertThat(plans(Map.of("hub.report.recipients", "team@example.org")))
                .containsKey("daily-report")
                .doesNotContainKey("send-reports");
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(DAILY.keySet());
        names.addAll(FREQUENT.keySet());
        names.add(BY_DAY);
        return names;
    }

    /** Of the role as it is wired; no server is needed for that. */
    private static Map<String, JobPlan> plans() {
        return plans(MAIL);
    }

    private static Map<String, JobPlan> plans(Map<String, Object> settings) {
        return ofEach(settings, Job::plan);
    }

    private static <T> Map<String, T> ofEach(Map<String, Object> settings, Function<Job, T> of) {
        MysqlSettings nowhere = new MysqlSettings("127.0.0.1", 1, "hub", "hub", "", SslMode.DISABLED);
        try (var role = RoleContext.start(
                nowhere,
                "127.0.0.1",
                1,
                new RecordingControlPlane(),
                Clock.systemUTC(),
                settings,
                DueInstantsTest::withReadModels)) {
            return role.getBeansOfType(Job.class).values().stream()
                    .collect(Collectors.toMap(job -> job.plan().name(), of));
        }
    }

    private static void withReadModels(AnnotationConfigApplicationContext context) {
        context.registerBean(
                RedisConnections.class, () -> new RedisConnections(context.getBean(LettuceConnectionFactory.class)));
        context.registerBean(RedisStore.class, () -> new RedisStore(context.getBean(RedisConnections.class)));
        context.registerBean(BoardReader.class, () -> new BoardReader(context.getBean(RedisConnections.class)));
        context.registerBean(
                ServingProcesses.class, () -> new ServingProcesses(context.getBean(RedisConnections.class)));
    }

    private static List<Instant> due(Map<String, JobPlan> plans, String name) {
        Schedule schedule = Objects.requireNonNull(plans.get(name)).schedule();
        return schedule.dueIn(start().minusNanos(1), end().minusNanos(1));
    }

    private static List<Instant> ticks(Duration period) {
        List<Instant> ticks = new ArrayList<>();
        for (Instant tick = start(); tick.isBefore(end()); tick = tick.plus(period)) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static Instant start() {
        return inChicago(FIRST, LocalTime.MIDNIGHT);
    }

    private static Instant end() {
        return inChicago(LAST.plusDays(1), LocalTime.MIDNIGHT);
    }

    /** Of a time of day before 01:00 or from 03:00 on: neither is skipped nor repeated. */
    private static Instant inChicago(LocalDate date, LocalTime time) {
        LocalDate spring = date.withMonth(Month.MARCH.getValue())
                .withDayOfMonth(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
        LocalDate autumn = date.withMonth(Month.NOVEMBER.getValue())
                .withDayOfMonth(1)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
        boolean early = time.isBefore(LocalTime.of(1, 0));
        boolean summer = (early ? date.isAfter(spring) : !date.isBefore(spring))
                && (early ? !date.isAfter(autumn) : date.isBefore(autumn));
        return date.atTime(time).toInstant(ZoneOffset.ofHours(summer ? -5 : -6));
    }
}
