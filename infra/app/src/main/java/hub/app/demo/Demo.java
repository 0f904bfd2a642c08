package hub.app.demo;

import hub.app.config.Properties;
import hub.app.config.Property;
import hub.app.config.Settings;
import hub.app.roles.Server;
import hub.embedded.EmbeddedMariaDb;
import hub.embedded.EmbeddedRedis;
import hub.embedded.FreePort;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything in one process: servers, an invented warehouse, the hub with all its roles, and a simulated working day.
 * {@link #close} ends it at any moment and leaves nothing behind.
 */
public final class Demo implements AutoCloseable {

    private static final Duration LIVE_WITHIN = Duration.ofSeconds(120);
    /** Before the day begins anew. */
    private static final Duration NIGHT = Duration.ofSeconds(10);

    /** The day and the week before it. */
    private static final int DAYS_OF_A_REPORT = 8;

    private static final Duration ASK_EVERY = Duration.ofMillis(100);

    private final DemoOptions options;
    private final Settings given;
    private final DemoDay day;
    private final Duration night;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>(); // guarded by this; last opened first
    private boolean closed; // guarded by this
    private final Object closing = new Object();
    private @Nullable ApiClient api;
    private @Nullable Simulator simulator;
    private @Nullable DemoReports reports;

    /**
     * @param given settings of the user; where the servers are is decided here
     * @param clock of the service; its day is the one that is simulated
     */
    public Demo(DemoOptions options, Settings given, Clock clock) {
        this(options, given, clock, NIGHT);
    }

    /** @param night how long the day that is over stays as it is before it begins anew */
    Demo(DemoOptions options, Settings given, Clock clock, Duration night) {
        this.night = night;
        this.clock = clock;
        this.options = options;
        this.given = given;
        this.day = DemoDay.invent(options.employees(), options.days(), options.seed(), clock.instant());
    }

    /**
     * Starts everything and returns when the leaderboard answers.
     *
     * @param progress told what is going on
     * @throws DemoFailed if it does not come to that
     */
    public Ready start(Consumer<String> progress) throws InterruptedException {
        progress.accept("unpacking and starting MariaDB and Redis");
        DemoServers.Running servers = keep(new DemoServers()).start();
        DemoDatabase database = new DemoDatabase(servers.database());
        progress.accept("inventing %d people and %d past days".formatted(options.employees(), options.days()));
        try {
            database.fill(day);
        } catch (SQLException e) {
            throw new DemoFailed("the demo's database cannot be filled: " + e.getMessage(), e);
        }
        progress.accept("starting the hub");
        NewApiKey key =
                NewApiKey.generate("demo", EnumSet.of(Scope.READ, Scope.COST_READ, Scope.OPS), new SecureRandom());
        Server server = keep(Server.start(given.with(settings(servers, key)), clock));
        String url = "http://127.0.0.1:" + server.port();
        ApiClient client = new ApiClient(url, key.key());
        api = client;
        progress.accept("reading all of it for the first time");
        awaitLeaderboard(client);
        DemoReports pages = keep(new DemoReports(client, database));
        reports = pages;
        progress.accept("closing the past week and making its last report");
        pages.closed(day.lastWorked(DAYS_OF_A_REPORT));
        Simulator writers = keep(new Simulator(day, database::connect, options.speed(), pages::evening, night));
        simulator = writers;
        writers.start();
        return new Ready(
                url,
                key.key(),
                at(servers.database().host(), servers.database().port()),
                servers.database().writer(),
                at(servers.redis().host(), servers.redis().port()));
    }

    /** To be run once the demo is started. */
    public LiveView view(PrintStream out, boolean terminal) {
        ApiClient client = api;
        Simulator writers = simulator;
        DemoReports pages = reports;
        if (client == null || writers == null || pages == null) {
            throw new IllegalStateException("the demo has not started");
        }
        return new LiveView(client, writers::simulatedNow, pages::latest, new Screen(out, terminal));
    }

    /** The page of the last report, to be opened in a browser; empty if there is none. */
    public Optional<URI> report() {
        DemoReports pages = reports;
        return pages == null ? Optional.empty() : pages.latest();
    }

    /** Returns when all is closed, whoever closes it. */
    @Override
    public void close() {
        synchronized (closing) {
            for (AutoCloseable next = last(); next != null; next = last()) {
                closeOne(next);
            }
        }
    }

    private synchronized @Nullable AutoCloseable last() {
        closed = true;
        return open.pollFirst();
    }

    /** Whether {@link #close} was called. */
    public synchronized boolean isClosed() {
        return closed;
    }

    private Map<String, String> settings(DemoServers.Running servers, NewApiKey key) {
        EmbeddedMariaDb database = servers.database();
        EmbeddedRedis redis = servers.redis();
        Map<String, String> settings = new HashMap<>();
        for (String who : new String[] {"query.", "jobs."}) {
            for (String name : new String[] {"host", "port", "username", "password", "ssl-mode"}) {
                settings.put("hub.mysql." + who + name, "");
            }
        }
        settings.put(Properties.MYSQL_HOST.name(), database.host());
        settings.put(Properties.MYSQL_PORT.name(), Integer.toString(database.port()));
        settings.put(Properties.MYSQL_DATABASE.name(), database.database());
        settings.put(Properties.MYSQL_USERNAME.name(), database.service().user());
        settings.put(Properties.MYSQL_PASSWORD.name(), database.service().password());
        settings.put(Properties.MYSQL_FLAVOR.name(), "mariadb");
        settings.put(Properties.MYSQL_SSL_MODE.name(), "disabled");
        settings.put(Properties.REDIS_HOST.name(), redis.host());
        settings.put(Properties.REDIS_PORT.name(), Integer.toString(redis.port()));
        for (Property mode : Properties.JOB_MODES) {
            settings.put(mode.name(), "on");
        }
        settings.put(Properties.ROLES.name(), Properties.ROLES.defaultText());
        settings.put(Properties.API_KEYS.name(), key.config());
        settings.put(Properties.ADDRESS.name(), "127.0.0.1");
        settings.put(Properties.PORT.name(), Integer.toString(options.port()));
        settings.put(Properties.MANAGEMENT_PORT.name(), Integer.toString(FreePort.any()));
        return settings;
    }

    private void awaitLeaderboard(ApiClient client) throws InterruptedException {
        long deadline = System.nanoTime() + LIVE_WITHIN.toNanos();
        ApiClient.Answer answer = client.get(ApiClient.LEADERBOARD);
        while (!answer.ok()) {
            if (System.nanoTime() > deadline || isClosed()) {
                throw new DemoFailed(
                        "the leaderboard does not answer; the last answer was " + answer.status() + ": "
                                + answer.text(),
                        null);
            }
            Thread.sleep(ASK_EVERY);
            answer = client.get(ApiClient.LEADERBOARD);
        }
    }

    private <T extends AutoCloseable> T keep(T opened) {
        synchronized (this) {
            if (!closed) {
                open.addFirst(opened);
                return opened;
            }
        }
        closeOne(opened);
        throw new DemoFailed("closed while starting", null);
    }

    private static void closeOne(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new DemoFailed("closing " + closeable.getClass().getSimpleName() + " failed: " + e.getMessage(), e);
        }
    }

    private static String at(String host, int port) {
        return host + ":" + port;
    }
}
