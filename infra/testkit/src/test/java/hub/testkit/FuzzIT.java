package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.query.http.Route;
import hub.testkit.document.Responses;
import hub.testkit.fuzz.Fuzz;
import hub.testkit.fuzz.FuzzReport;
import hub.testkit.hub.TestKey;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.servers.RedisCommand;
import hub.testkit.servers.RedisMonitor;
import hub.testkit.servers.Servers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Strange requests, {@code -Dhub.fuzz.requests} of them: none is failed at, no error tells of the inside, and the service
 * does not grow.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FuzzIT extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final long REQUESTS = Long.getLong("hub.fuzz.requests", 20_000);
    /**
     * How much larger the live set may be at the end than early on. After a million requests that is what is asked for; after
     * a few thousand, what is held on purpose (views kept ready, meters of each route) is still being made.
     */
    private static final double GROWTH = REQUESTS >= 1_000_000 ? 1.1 : 1.5;

    /** Among the ids that are asked for. */
    private static final long AT_WORK = 13;

    private static final long MONITORED = 4_000;
    private static final long SEED = Seeds.next("fuzz", REQUESTS);
    /** Every key and channel that the service has, whoever asks. */
    private static final String KEYS =
            "hub:(?:pointer|signals|generations|lease:ingest|requests|canary|fill|acknowledged"
                    + "|jobs|jobs:wishes|warmup|statuses|status:\\d+|reader:[\\w@.#-]+|ticket:[\\w-]+"
                    + "|\\{g\\d+}:(?:checkpoint|touch|marks|history|boards|b:[a-z0-9_-]{1,50}:(?:all|\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d)?)))|job-lock:hub:[a-z-]+";

    /** There is no parked row, no report, and no job that is on. */
    private static final Set<String> NOT_THERE = Set.of("job-run", "parked-acknowledge", "report");

    /** Of requests that nobody reads as far as their path: no route documents them. */
    private static final Set<Integer> BEFORE_ANY_ROUTE = Set.of(400, 414, 431);

    private static final TestKey KEY = TestKey.random("fuzz");

    FuzzIT() {
        super("fuzz", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.api.keys",
                KEY.entry(),
                "hub.api.rate.per-key",
                "100000000",
                "hub.api.rate.per-address",
                "100000000");
    }

    @BeforeAll
    void fill() {
        RandomWrites writes = new RandomWrites(
                db, SEED, TODAY.minusDays(6).datesUntil(TODAY.plusDays(1)).toList());
        writes.begin();
        writes.run(500);
        db.employees(AT_WORK); // whom no random write clocks out
        db.shift(AT_WORK, "2026-01-15T14:00:00Z", null);
        service.leaderboard(TODAY);
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                jobs -> assertThat(jobs.status()).isEqualTo(200));
    }

    /** Security row 9: whatever is in a request, Redis is asked by keys of our own making, and by scripts that never change. */
    @Test
    void row09NothingInARequestBecomesAKeyOrAScript() {
        Set<String> scripts = new HashSet<>();
        try (RedisMonitor monitor = RedisMonitor.of(servers().store())) {
            fuzz().fire(MONITORED, SEED + 1);
            servers().store().say("all was asked");
            monitor.await("all was asked");
            List<RedisCommand> commands = monitor.commands();
            assertThat(commands).hasSizeGreaterThan(100);
            for (RedisCommand command : commands) {
                assertThat(command.keys())
                        .as("%s", command)
                        .allSatisfy(key -> assertThat(key).matches(KEYS));
                if (command.isScript()) {
                    scripts.add(command.words().get(1));
                }
            }
        }
        assertThat(scripts)
                .as("scripts")
                .isNotEmpty()
                .hasSizeLessThan(30)
                .allMatch(text -> text.matches("[0-9a-f]{40}"));
    }

    @Test
    void noRequestIsFailedAtAndTheServiceDoesNotGrow() {
        Responses documented = new Responses(dashboard.get("/v3/api-docs").json());
        FuzzReport report = fuzz().fire(REQUESTS, SEED);
        System.out.println(report);

        assertThat(report.failures()).isEmpty();
        assertThat(report.requests()).isEqualTo(REQUESTS);
        assertThat(report.searched()).isGreaterThan(REQUESTS / 20);
        assertThat(report.keyedPercent()).isGreaterThanOrEqualTo(70);
        for (Route route : hub.routes()) {
            Set<Integer> statuses = new TreeSet<>(report.statuses(route.name()));
            if (!NOT_THERE.contains(route.name())) {
                assertThat(statuses).as("%s", route.name()).containsAnyOf(200, 304);
            }
            statuses.removeAll(BEFORE_ANY_ROUTE);
            assertThat(documented.statuses(route)).as("%s", route.name()).containsAll(statuses);
        }
        assertThat(report.growth()).as("last quarter / second quarter").isLessThanOrEqualTo(GROWTH);
    }

    private Fuzz fuzz() {
        return new Fuzz(hub.api(), hub.routes(), KEY.text(), secrets(), TODAY);
    }

    /** The servers' addresses are loopback ones, which no error may tell anyway. */
    private List<String> secrets() {
        return List.of(KEY.text(), KEY.entry().split(":", -1)[1], database.name());
    }
}
