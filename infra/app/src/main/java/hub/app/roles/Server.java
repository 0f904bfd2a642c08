package hub.app.roles;

import hub.app.config.Properties;
import hub.app.config.Role;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import hub.ingest.IngestPolicy;
import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.projections.view.ScoreMode;
import hub.query.http.Route;
import hub.scheduler.reporting.MailSettings;
import hub.scheduler.run.Job;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process with its roles. Servers that do not fit are refused before anything is written; servers that are away are
 * waited for, while what can answer answers.
 */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Set<Role> roles;
    private final RedisSession redis;
    private final @Nullable MysqlUsers mysql;
    private final IngestPolicy policy;
    private final List<Job> connecteam;
    private final Waiting waiting;
    private final Deque<AutoCloseable> open = new ArrayDeque<>(); // guarded by this; last opened first
    private boolean closed; // guarded by this
    private final Object closing = new Object();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Web web;
    private int port;
    private int managementPort;
    private List<Route> routes = List.of();

    private Server(Settings settings, Clock clock) {
        this.roles = Role.parse(settings.text(Properties.ROLES));
        requireScores(settings.text(Properties.SCORES));
        if (roles.contains(Role.SCHEDULER)) {
            requireMail(settings);
        }
        this.mysql = roles.equals(Set.of(Role.QUERY)) ? null : new MysqlUsers(settings);
        this.redis = new RedisSession(settings, clock);
        this.policy = Ingest.policy(settings, redis.clock());
        this.connecteam = mysql == null ? List.of() : ConnecteamJobs.of(settings, mysql.jobs(), redis.clock());
        this.waiting = new Waiting(redis.store(), redis.control(), policy.instance(), redis.clock());
        keep(redis);
    }

    /**
     * Starts the roles that {@code hub.roles} names.
     *
     * @throws UsageError if a setting is missing or malformed
     * @throws Refused if a server answers and does not fit
     */
    public static Server start(Settings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** As {@link #start(Settings)}, with {@code clock} as the service's idea of now: for tests and replays. */
    public static Server start(Settings settings, Clock clock) {
        Server server = new Server(settings, clock);
        try {
            server.run(settings);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The port of the API, or of health and metrics if this process has no role query. */
    public int port() {
        return port;
    }

    /** The port of health and metrics. */
    public int managementPort() {
        return managementPort;
    }

    /** Every route of the API that this process answers; none without the role query. */
    public List<Route> routes() {
        return routes;
    }

    /**
     * Waits until the server is closed.
     *
     * @throws RuntimeException why it ended by itself
     */
    public void awaitEnd() {
        try {
            ended.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Returns when all is closed, whoever closes it. */
    @Override
    public void close() {
        synchronized (closing) {
            Web serving = web;
            web = null; // whoever closes it once more has nothing to tell it
            if (serving != null) {
                serving.endStreams(); // the writers may take a while; whoever listens can go elsewhere meanwhile
                web = null; // closed below, and maybe asked to close again
            }
            for (AutoCloseable next = last(); next != null; next = last()) {
                closeQuietly(next);
            }
        }
        ended.complete(null);
    }

    private synchronized @Nullable AutoCloseable last() {
        closed = true;
        return open.pollFirst();
    }

    private void run(Settings settings) {
        Gate gate = new Gate(roles, redis.preflight(), mysql);
        Findings first = gate.look();
        if (!first.problems().isEmpty()) {
            throw new Refused(first);
        }
        Web started = Web.start(settings, roles, redis, source(settings));
        keep(started);
        web = started;
        port = started.port();
        managementPort = started.managementPort();
        routes = started.routes();
        Starter starter = new Starter(gate::look, this::startWriters, this::waitFor, this::endBy);
        keep(starter);
        starter.begin();
    }

    /** A process that only answers need not know MySQL; if it does, it can answer without Redis. */
    private @Nullable MysqlSettings source(Settings settings) {
        if (mysql != null) {
            return mysql.query();
        }
        return settings.text(Properties.MYSQL_DATABASE).isEmpty() ? null : new MysqlUsers(settings).query();
    }

    private void startWriters() {
        if (mysql == null) {
            return;
        }
        Migrations.migrateOwn(mysql.jobs());
        if (roles.contains(Role.INGEST)) {
            waiting.over();
            keep(Ingest.start(policy, redis, mysql.source()));
        }
        if (roles.contains(Role.SCHEDULER)) {
            keep(Jobs.start(redis, mysql.jobs(), Objects.requireNonNull(web).meters(), connecteam));
        }
        LOG.info("Started: {}", roles.stream().map(Role::word).collect(Collectors.joining(", ")));
    }

    private void waitFor(List<String> away) {
        if (roles.contains(Role.INGEST)) {
            waiting.on(away);
        }
    }

    private static void requireScores(String mode) {
        if (Arrays.stream(ScoreMode.values()).noneMatch(known -> known.name().equalsIgnoreCase(mode))) {
            throw new UsageError(Properties.SCORES.name() + " must be live or stored, not \"" + mode + "\"");
        }
    }

    /** The role itself would find it out only once MySQL and Redis are there. */
    private static void requireMail(Settings settings) {
        if (settings.text("hub.mail.host", "").isEmpty()) {
            return;
        }
        try {
            MailSettings.of(settings.environment());
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /** Called on the starter's thread, which close() waits for: so close elsewhere. */
    private void endBy(RuntimeException reason) {
        ended.completeExceptionally(reason);
        Thread.ofPlatform().name("close").start(this::close);
    }

    private void keep(AutoCloseable opened) {
        synchronized (this) {
            if (!closed) {
                open.addFirst(opened);
                return;
            }
        }
        closeQuietly(opened);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.warn("Closing {} failed: {}", closeable.getClass().getSimpleName(), e.toString());
        }
    }
}
