package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.Route;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.Reply;
import hub.testkit.hub.StreamReader;
import hub.testkit.scenario.Activity;
import hub.testkit.servers.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No route of a healthy service asks MySQL anything, as MySQL itself counts it, except those that say so here. That these are
 * seen to ask shows that asking is seen.
 */
abstract class HealthyReadsContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    /** Kept reports are rows of a table of the service's own. */
    private static final Set<String> KEPT_IN_MYSQL = Set.of("reports", "report");

    /** Of an example nothing is kept, no row is parked, and its job is off. */
    private static final Map<String, Integer> REFUSED =
            Map.of("report", 404, "parked-acknowledge", 404, "job-run", 409);

    private static final int OK = 200;

    private static final String BATCH = """
            {"items":[{"view":"leaderboard"},{"view":"departments"},{"view":"heatmap"},{"view":"team-metrics"},
                      {"view":"cost-analysis"},{"view":"bottleneck"},{"view":"employee-stats","parameters":{"id":"1"}}]}""";

    private static final Pattern ANSWERS = Pattern.compile(
            "hub_api_answers_seconds_count\\{route=\"(?<route>[^\"]+)\",source=\"(?<source>[^\"]*)\",status=\"\\d+\"}.*");

    private @Nullable Reader created;

    HealthyReadsContract() {
        super("healthy", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    void prepare() {
        created = Reader.create(database);
        db.roles();
        db.employees(1, 2);
        db.shift(1, "2026-01-15T14:00:00Z", null);
        db.activity(Activity.qcPassed(10).by(1));
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.mysql.query.username", reader().username(), "hub.mysql.query.password", reader().password());
    }

    private Reader reader() {
        return Objects.requireNonNull(created, "prepare() comes first");
    }

    @BeforeAll
    void awaitAnswers() {
        service.departments(TODAY);
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                jobs -> assertThat(jobs.status()).isEqualTo(200));
    }

    @Test
    void mysqlIsAskedNothing() {
        assertThat(routesThatAsk()).isEqualTo(KEPT_IN_MYSQL);
        assertThat(rungs().values()).as("rungs by route: %s", rungs()).noneMatch(rungs -> rungs.contains("mysql"));
        assertThat(rungs().get("leaderboard")).isSubsetOf("memory", "redis");
        assertThat(rungs().keySet())
                .containsAll(hub.routes().stream().map(Route::name).toList());
    }

    private Set<String> routesThatAsk() {
        Set<String> asking = new HashSet<>();
        for (Route route : hub.routes()) {
            long before = reader().asked(db.connection());
            call(route);
            if (reader().asked(db.connection()) > before) {
                asking.add(route.name());
            }
        }
        return asking;
    }

    private void call(Route route) {
        String path = path(route);
        if (route.name().equals("stream")) {
            try (StreamReader stream = dashboard.stream(path.substring(path.indexOf('?') + 1))) {
                stream.connect();
                dashboard.awaitThat(
                        () -> dashboard.get("/api/dashboard/server-time"),
                        any -> assertThat(stream.position()).isNotEmpty());
            }
            return;
        }
        Reply reply = route.method() == Method.GET
                ? dashboard.get(path)
                : dashboard.postJson(path, route.name().equals("batch") ? BATCH : "");
        assertThat(reply.status())
                .as("%s %s: %s", route.method(), path, reply)
                .isEqualTo(REFUSED.getOrDefault(route.name(), OK));
    }

    /** With an example for everything in the path and the query; of a stream only for what it needs. */
    private static String path(Route route) {
        String path = route.path().text();
        String query = "";
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.in() == Parameter.In.PATH) {
                path = path.replace("{" + parameter.name() + "}", parameter.example());
            } else if (parameter.required() || !route.name().equals("stream")) {
                query += (query.isEmpty() ? "?" : "&") + parameter.name() + "=" + parameter.example();
            }
        }
        return path + query;
    }

    private Map<String, Set<String>> rungs() {
        Map<String, Set<String>> rungs = new TreeMap<>();
        Matcher counted = ANSWERS.matcher(new Dashboard(hub.management(), null)
                .get("/actuator/prometheus")
                .body());
        while (counted.find()) {
            rungs.computeIfAbsent(counted.group("route"), route -> new HashSet<>())
                    .add(counted.group("source"));
        }
        return rungs;
    }
}
