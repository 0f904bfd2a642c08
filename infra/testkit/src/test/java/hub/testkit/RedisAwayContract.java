package hub.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.query.dashboard.DashboardViews;
import hub.query.http.Parameter;
import hub.query.http.ViewRoute;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import hub.testkit.hub.CaughtUp;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.HubInProcess;
import hub.testkit.hub.Reply;
import hub.testkit.hub.SettableClock;
import hub.testkit.hub.StreamReader;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Redis goes away under the load of concurrent clients on every kind of route, and comes back: answers go on from MySQL
 * and say so, none hangs, none fails, what MySQL is spared is stale or refused, and everything is as before by itself.
 */
abstract class RedisAwayContract {

    /** As long a time is not computed from MySQL: what was last known is given as that, or nothing. */
    private static final Set<String> OF_MORE_THAN_A_WEEK =
            Set.of("station-performance", "needs-attention", "team-bottlenecks", "team-health", "team-overview");

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final int CLIENTS = 8;
    /** A look at Redis, a turn at MySQL and a read of MySQL at their longest; and a machine that does other things, too. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String BATCH = "/api/dashboard/batch";
    private static final String BATCH_BODY = """
            {"items":[{"view":"leaderboard","parameters":{"date":"2026-01-15"}},{"view":"team-metrics"}]}""";

    private final Map<String, Reply> last = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong longest = new AtomicLong();

    abstract SourceServer source();

    abstract StoreServer store();

    abstract void takeRedisAway() throws Exception;

    abstract void bringRedisBack() throws Exception;

    @Test
    void answersGoOnFromMysqlAndAllRecoversByItself() throws Exception {
        SourceDatabase database = source().freshDatabase("redisaway");
        SettableClock clock = new SettableClock(Instant.parse(TODAY + "T18:00:00Z"));
        NewApiKey key = NewApiKey.generate("everything", EnumSet.allOf(Scope.class), new SecureRandom());
        Map<String, String> settings = Map.of("hub.api.keys", key.config());
        try (Scenario db = new Scenario(database)) {
            db.roles();
            db.employees(1, 2);
            db.activity(Activity.qcPassed(10).by(1));
            db.shift(1, "2026-01-15T14:00:00Z", null);
            try (HubInProcess hub = HubInProcess.start(database, store(), ScoreMode.LIVE, clock, settings)) {
                Dashboard dashboard = hub.dashboard().withKey(key.key());
                new CaughtUp(db, dashboard).leaderboard(TODAY);
                StreamReader stream = dashboard.stream("views=leaderboard,team-metrics");
                underLoad(dashboard, () -> {
                    await("answers of read models", this::fromReadModel);
                    stream.connect();
                    await("a stream", () -> hasItems(stream, 10));
                    takeRedisAway();
                    db.activity(Activity.qcPassed(20).by(2));
                    await("answers of MySQL", this::withoutRedis);
                    assertThat(requireNonNull(last.get("leaderboard")).json().size())
                            .as("what was written while Redis was away")
                            .isEqualTo(2);
                    assertThat(requireNonNull(last.get("leaderboard")).header("Hub-Position-At-Least"))
                            .isPresent();
                    await("a stream that goes on from MySQL", () -> hasItems(stream, 30));
                    bringRedisBack();
                    await("answers of read models again", this::fromReadModel);
                    db.activity(Activity.qcPassed(40).by(2));
                    await("a stream that goes on from the read models", () -> hasItems(stream, 70));
                });
                assertThat(stream.isOver())
                        .as("the stream has ended: " + stream.lastEnd())
                        .isFalse();
                stream.close();
                assertThat(failures).as("failed answers").isEmpty();
                assertThat(Duration.ofNanos(longest.get()))
                        .as("the longest answer")
                        .isLessThan(LONGEST);
                System.out.println("answers by source: " + counts + ", the longest "
                        + Duration.ofNanos(longest.get()).toMillis() + " ms");
            }
        }
    }

    private boolean withoutRedis(String route, Reply reply) {
        return OF_MORE_THAN_A_WEEK.contains(route)
                ? isUnavailable(reply) || reply.header("Hub-State").equals(Optional.of("stale"))
                : reply.header("Hub-Source").equals(Optional.of("mysql"));
    }

    private static boolean isUnavailable(Reply reply) {
        return reply.status() == 503
                && reply.json().path("type").asString("").equals("/problems/unavailable")
                && reply.header("Retry-After").isPresent();
    }

    private boolean fromReadModel(String route, Reply reply) {
        String source = reply.header("Hub-Source").orElse("");
        return (source.equals("memory") || source.equals("redis"))
                && reply.header("Hub-State").orElse("").equals("live");
    }

    private interface Action {
        void run() throws Exception;
    }

    private void underLoad(Dashboard dashboard, Action action) throws Exception {
        Map<String, Function<Dashboard, Reply>> routes = routes();
        AtomicBoolean running = new AtomicBoolean(true);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                int first = i * routes.size() / CLIENTS;
                clients.execute(() -> {
                    List<String> names = new ArrayList<>(routes.keySet());
                    for (int at = first; running.get(); at++) {
                        String name = names.get(at % names.size());
                        ask(name, requireNonNull(routes.get(name)), dashboard);
                    }
                });
            }
            try {
                action.run();
            } finally {
                running.set(false);
            }
        }
    }

    private void ask(String name, Function<Dashboard, Reply> route, Dashboard dashboard) {
        long start = System.nanoTime();
        try {
            Reply reply = route.apply(dashboard);
            if (reply.status() != 200 && !(OF_MORE_THAN_A_WEEK.contains(name) && isUnavailable(reply))) {
                failures.add(name + ": " + reply);
            }
            String source = reply.header("Hub-Source").orElse("none");
            counts.computeIfAbsent(source, missing -> new AtomicLong()).incrementAndGet();
            last.put(name, reply);
        } catch (RuntimeException e) {
            failures.add(name + ": " + e);
        }
        longest.accumulateAndGet(System.nanoTime() - start, Math::max);
    }

    private static boolean hasItems(StreamReader stream, int items) {
        return stream.body("team-metrics").contains("\"items_today\":" + items + ",");
    }

    /** Waits until the last answer of each route is as wanted. */
    private void await(String what, BiPredicate<String, Reply> wanted) throws InterruptedException {
        int routes = routes().size();
        await(
                what,
                () -> last.size() == routes
                        && last.entrySet().stream().allMatch(route -> wanted.test(route.getKey(), route.getValue())),
                () -> last.entrySet().stream()
                        .filter(route -> !wanted.test(route.getKey(), route.getValue()))
                        .toList()
                        .toString());
    }

    private void await(String what, BooleanSupplier holds) throws InterruptedException {
        await(what, holds, () -> "the server");
    }

    private void await(String what, BooleanSupplier holds, Supplier<String> from) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + what + " from " + from.get() + "; failures " + failures);
            }
            Thread.sleep(10);
        }
    }

    /** Every view by its own route, with an example for every parameter, and several at once. */
    private static Map<String, Function<Dashboard, Reply>> routes() {
        Map<String, Function<Dashboard, Reply>> routes = new LinkedHashMap<>();
        for (ViewRoute<?> view : DashboardViews.of(ScoreMode.LIVE, 3000)) {
            String path = path(view);
            routes.put(view.name(), dashboard -> dashboard.get(path));
        }
        routes.put("batch", dashboard -> dashboard.postJson(BATCH, BATCH_BODY));
        return routes;
    }

    private static String path(ViewRoute<?> view) {
        String path = view.path().text();
        List<String> query = new ArrayList<>();
        for (Parameter<?> parameter : view.parameters()) {
            // Longer ranges are not computed from MySQL.
            String value = parameter.name().equals("days") ? "7" : parameter.example();
            switch (parameter.in()) {
                case PATH -> path = path.replace("{" + parameter.name() + "}", value);
                case QUERY -> query.add(parameter.name() + "=" + value);
            }
        }
        return path + "?" + String.join("&", query);
    }
}
