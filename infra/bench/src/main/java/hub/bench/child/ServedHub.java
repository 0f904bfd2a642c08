package hub.bench.child;

import hub.bench.http.Exchange;
import hub.bench.http.HttpRequests;
import hub.bench.stage.Stage;
import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubSettings;
import hub.testkit.hub.TestKey;
import hub.testkit.servers.SourceDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The service in a process of its own, as {@code hub serve} starts it. Limits of rates and numbers are on, and out of reach. */
public final class ServedHub implements AutoCloseable {

    private static final String MAIN = "hub.app.Hub";

    private static final String OUT_OF_REACH = "100000000";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Child child;
    private final TestKey key;
    private final int port;

    private ServedHub(Child child, TestKey key, int port) {
        this.child = child;
        this.key = key;
        this.port = port;
    }

    /**
     * Starts {@code roles}; returns at once.
     *
     * @param options of the Java machine
     */
    public static ServedHub start(Stage stage, SourceDatabase database, String roles, List<String> options) {
        return start(stage, database, roles, arguments -> Child.start(name(roles), options, MAIN, arguments));
    }

    /** Starts what answers, and gives way to whoever writes; returns at once. */
    public static ServedHub startAnswering(Stage stage, SourceDatabase database) {
        return start(stage, database, "query", arguments -> Child.startAnswering(name("query"), MAIN, arguments));
    }

    private static ServedHub start(
            Stage stage, SourceDatabase database, String roles, Function<List<String>, Child> starting) {
        TestKey key = TestKey.random();
        int port = Child.freePort();
        Map<String, String> settings = settings(stage, database, key, roles);
        settings.put("server.port", Integer.toString(port));
        List<String> arguments = new ArrayList<>(List.of("serve"));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new ServedHub(starting.apply(arguments), key, port);
    }

    private static String name(String roles) {
        return "the service (" + roles + ")";
    }

    /** The properties that a service which is measured runs with. */
    public static Map<String, String> settings(Stage stage, SourceDatabase database, TestKey key, String roles) {
        Map<String, String> settings =
                new LinkedHashMap<>(HubSettings.of(database, stage.servers().store(), ScoreMode.LIVE, key, 0));
        settings.put("hub.mysql.ssl-mode", stage.sslMode().name().toLowerCase(Locale.ROOT));
        settings.put("hub.roles", roles);
        settings.put("hub.api.rate.per-key", OUT_OF_REACH);
        settings.put("hub.api.rate.per-address", OUT_OF_REACH);
        settings.put("hub.api.limits.connections", OUT_OF_REACH);
        settings.put("hub.api.streams.most", OUT_OF_REACH);
        settings.put("hub.api.streams.most-per-key", OUT_OF_REACH);
        return settings;
    }

    /** A request for {@code path}, with the key and these headers. */
    public byte[] request(String path, String... headers) {
        return HttpRequests.get(
                path,
                Stream.concat(Stream.of("X-API-Key: " + key.text()), Stream.of(headers))
                        .toArray(String[]::new));
    }

    /** Asks for {@code path} until the answer is such a one. */
    public Exchange await(String path, Predicate<Exchange> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Exchange last = null;
        while (System.nanoTime() < deadline) {
            child.requireAlive();
            last = Exchange.ask(port, request(path)).orElse(null);
            if (last != null && wanted.test(last)) {
                return last;
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("no such answer to " + path + "; the last was " + last);
    }

    /** @throws IllegalStateException if it has ended */
    public void requireAlive() {
        child.requireAlive();
    }

    public int port() {
        return port;
    }

    /** CPU seconds so far. */
    public double cpu() {
        return child.cpu();
    }

    @Override
    public void close() {
        child.close();
    }
}
