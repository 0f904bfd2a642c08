package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.query.http.Route;
import hub.testkit.fuzz.Fuzz;
import hub.testkit.fuzz.FuzzReport;
import hub.testkit.hub.TestKey;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.servers.Servers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Strange requests, {@code -Dhub.fuzz.requests} of them: none is failed at, and the service does not grow. Live sets are
 * compared where there are enough requests for every cache to have been full before.
 */
class FuzzIT extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final long REQUESTS = Long.getLong("hub.fuzz.requests", 20_000);
    private static final long ENOUGH_TO_COMPARE = 200_000;
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

    @Test
    void noRequestIsFailedAtAndTheServiceDoesNotGrow() {
        long seed = Seeds.next("fuzz", REQUESTS);
        RandomWrites writes = new RandomWrites(
                db, seed, TODAY.minusDays(6).datesUntil(TODAY.plusDays(1)).toList());
        writes.begin();
        writes.run(500);
        service.leaderboard(TODAY);
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                jobs -> assertThat(jobs.status()).isEqualTo(200));

        FuzzReport report = new Fuzz(hub.api(), hub.routes(), KEY.text(), secrets(), TODAY).fire(REQUESTS, seed);
        System.out.println(report);

        assertThat(report.failures()).isEmpty();
        assertThat(report.requests()).isEqualTo(REQUESTS);
        assertThat(report.searched()).isGreaterThan(REQUESTS / 20);
        assertThat(report.keyedPercent()).isGreaterThanOrEqualTo(70);
        assertThat(report.routesHit()).containsAll(names(hub.routes()));
        if (REQUESTS >= ENOUGH_TO_COMPARE) {
            assertThat(report.growth()).as("last quarter / second quarter").isLessThanOrEqualTo(1.1);
        }
    }

    /** The servers' addresses are loopback ones, which no error may tell anyway. */
    private List<String> secrets() {
        return List.of(
                KEY.text(),
                KEY.entry().split(":", -1)[1],
                database.name(),
                Integer.toString(database.server().port()),
                Integer.toString(servers().store().port()));
    }

    private static List<String> names(List<Route> routes) {
        return routes.stream().map(Route::name).toList();
    }
}
