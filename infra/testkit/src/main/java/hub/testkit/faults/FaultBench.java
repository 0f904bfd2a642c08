package hub.testkit.faults;

import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.view.ScoreMode;
import hub.redis.RedisConnections;
import hub.redis.RedisStore;
import hub.testkit.hub.CaughtUp;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.Parity;
import hub.testkit.hub.Reply;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Load;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Gtids;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import tools.jackson.databind.JsonNode;

/**
 * One service as a process of its own between two fault proxies, a database of its own, and somebody who writes into it
 * at random. The test itself speaks to both servers directly.
 */
public final class FaultBench implements AutoCloseable {

    private static final int PEOPLE_WRITES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Servers servers;
    private final boolean proxied;
    private final Map<String, String> settings;
    private final SourceDatabase database;
    private final Scenario db;
    private final Scenario reader;
    private final RandomWrites writes;
    private final FaultProxy source;
    private final FaultProxy store;
    private final List<LocalDate> days;
    private final RedisConnections connections;
    private final RedisStore boards;
    private volatile HubProcess hub;
    private volatile long endedAt;
    private volatile long writer;

    /** Fills, and returns when the first answer contains everything. */
    public FaultBench(Servers servers, long seed) {
        this(servers, seed, true, Map.of());
    }

    /**
     * @param proxied whether the service speaks to the servers through the proxies; else its faults are made elsewhere
     * @param settings of the service, beside the usual ones
     */
    public FaultBench(Servers servers, long seed, boolean proxied, Map<String, String> settings) {
        this.servers = servers;
        this.proxied = proxied;
        this.settings = new HashMap<>(settings);
        this.settings.put("hub.mysql.ssl-mode", "disabled"); // so that the proxy can count events
        LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));
        days = today.minusDays(2).datesUntil(today.plusDays(1)).toList();
        database = servers.source().freshDatabase("faults");
        servers.store().wipe();
        db = new Scenario(database);
        reader = new Scenario(database);
        writer = connectionId();
        writes = new RandomWrites(db, seed, days);
        writes.begin();
        source = new FaultProxy(servers.source().host(), servers.source().port());
        store = new FaultProxy(servers.store().host(), servers.store().port());
        connections = new RedisConnections(new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(
                        servers.store().host(), servers.store().port()),
                LettuceClientConfiguration.builder().build()));
        boards = new RedisStore(connections);
        hub = newProcess();
        awaitLive();
    }

    public HubProcess hub() {
        return hub;
    }

    public FaultProxy source() {
        return source;
    }

    public FaultProxy store() {
        return store;
    }

    public SourceDatabase database() {
        return database;
    }

    public LocalDate today() {
        return days.getLast();
    }

    /** One more process like {@link #hub()}, on the same servers. */
    public HubProcess newProcess() {
        return newProcess(proxied ? new StoreServer("127.0.0.1", store.port()) : servers.store());
    }

    /** One more process on the same source, and on another store. */
    public HubProcess newProcess(StoreServer other) {
        SourceServer real = servers.source();
        SourceServer behind =
                new SourceServer(real.flavor(), "127.0.0.1", source.port(), real.username(), real.password());
        return HubProcess.start(
                new SourceDatabase(proxied ? behind : real, database.name()), other, ScoreMode.LIVE, settings);
    }

    /** One more process on the same servers, past the store's proxy. */
    public HubProcess newProcessAtTheStore() {
        return newProcess(servers.store());
    }

    /** Today's leaderboard, as the service answers at this moment. */
    public Reply leaderboard() {
        return hub.dashboard().leaderboard(today());
    }

    /** Takes another process for the service from here on. */
    public void follow(HubProcess other) {
        hub = other;
    }

    /** {@code kill -9} of the service. */
    public void kill() {
        faultEnds();
        hub.kill();
    }

    void faultBegins() {
        endedAt = 0;
    }

    /** From here on nothing is broken any more, but for what the service makes of it. */
    public void faultEnds() {
        endedAt = System.nanoTime();
    }

    /** How long ago {@link #kill} or {@link #faultEnds} was. */
    public Duration sinceFault() {
        return Duration.ofNanos(System.nanoTime() - endedAt);
    }

    /** Whether the service speaks to the servers through the proxies. */
    boolean isProxied() {
        return proxied;
    }

    public void restartHub() {
        hub = newProcess();
    }

    /** Runs one statement, in a transaction of its own. */
    public void sql(String statement) {
        db.execute(statement);
    }

    /** Runs one statement if the server takes it. */
    public boolean accepts(String statement) {
        try {
            db.execute(statement);
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    public Scenario db() {
        return db;
    }

    /** After the source was away: its connections are gone. */
    public void reconnect() {
        await("the source", () -> {
            try {
                db.reconnect();
                writer = connectionId();
                reader.reconnect();
                return true;
            } catch (IllegalStateException notYet) {
                return false;
            }
        });
    }

    public void write(int count) {
        writes.run(count);
    }

    /** Writes at random while {@code during} runs. */
    public void underLoad(Runnable during) {
        try (Load ignored = new Load(this::writeWhile)) {
            during.run();
        }
    }

    private void writeWhile(BooleanSupplier wanted) {
        while (wanted.getAsBoolean()) {
            writes.run(PEOPLE_WRITES);
        }
    }

    /** Speaks to Redis directly. */
    public <T> T redis(Function<RedisCommands<String, String>, T> action) {
        return servers.store().call(action);
    }

    /** The sequence of the served generation's checkpoint. */
    public long sequence() {
        return checkpoint(live()).sequence();
    }

    /** What the store holds of a generation. */
    public Checkpoint checkpoint(Generation generation) {
        return boards.checkpoint(generation).orElseThrow();
    }

    /** The served generation. */
    public Generation live() {
        Generation live = boards.pointer().live();
        if (live == null) {
            throw new IllegalStateException("nothing is live");
        }
        return live;
    }

    private long connectionId() {
        return db.number("SELECT CONNECTION_ID()");
    }

    /** Whether {@link #db()} has changed rows and not committed, or what is committed is not yet in the store. */
    public boolean isTransactionInFlight() {
        return reader.number(
                                "SELECT COUNT(*) FROM information_schema.innodb_trx"
                                        + " WHERE trx_rows_modified > 0 AND trx_mysql_thread_id = ?",
                                writer)
                        > 0
                || whatTheStoreLacks().isPresent();
    }

    private Optional<String> whatTheStoreLacks() {
        String stored = checkpoint(live()).position().text();
        Gtids committed = Gtids.committed(database.server(), reader.connection());
        return committed.isIn(stored, reader.connection())
                ? Optional.empty()
                : Optional.of("committed is " + committed.position() + ", stored " + stored);
    }

    /** Waits for an answer that contains everything committed so far; returns how long that took. */
    public Duration awaitLive() {
        long before = System.nanoTime();
        new CaughtUp(reader, hub.dashboard()).leaderboard(today());
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** The same, from the end of the fault on. */
    Duration awaitLiveAgain() {
        if (endedAt == 0) {
            faultEnds();
        }
        awaitLive();
        return sinceFault();
    }

    /** What the pipeline says of itself. */
    public String state() {
        return pipeline().path("state").asString("");
    }

    /** The report of the pipelines, as it is at this moment. */
    public JsonNode pipeline() {
        return hub.dashboard().pipeline().json();
    }

    /** What the service says why it does not stream; empty if it says nothing. */
    public String cause() {
        return pipeline()
                .path("pipelines")
                .valueStream()
                .map(pipeline -> pipeline.path("cause").asString(""))
                .collect(Collectors.joining(" "));
    }

    /** Seconds that the served generation is behind, as the service says; 0 while it says that it has caught up, or nothing. */
    public double lag() {
        JsonNode lag = pipeline().path("lag");
        return lag.path("state").asString("").equals("behind")
                ? lag.path("seconds").asDouble()
                : 0;
    }

    /** Waits for an answer that does not call itself live, or for a 503. */
    public void awaitNotLive(Duration within) {
        await(within, "answer that does not call itself live", () -> {
            Reply now = leaderboard();
            return now.status() == 503 || !now.header("Hub-State").orElse("").equals("live");
        });
    }

    public void awaitState(String state) {
        await(state, () -> state().equals(state));
    }

    /** Where only a rebuild helps: waits until the pipeline says so, and asks for one; returns when it is live. */
    public void rebuildWhenRequired() {
        awaitState("rebuild-required");
        rebuild();
    }

    /** Asks for a new generation; returns at once. */
    public void askForRebuild() {
        servers.store().askForRebuild();
    }

    /** Asks for a new generation; returns when it is live. */
    public void rebuild() {
        faultEnds();
        Generation before = live();
        askForRebuild();
        await("another generation", () -> !live().equals(before));
        awaitState("streaming");
    }

    /** Compares, at rest, the three views with the oracle and every board with the rows. */
    public BoardDifference difference() {
        awaitLive();
        // An answer may come from what a process remembers, while a store that went back is still behind it.
        awaitStored();
        Parity parity =
                new Parity(new CaughtUp(reader, hub.dashboard()), new Oracle(reader.connection()), ScoreMode.LIVE);
        days.forEach(parity::assertHolds);
        return BoardDifference.of(database, boards, live());
    }

    private void awaitStored() {
        try {
            await("store that has everything", () -> whatTheStoreLacks().isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": " + whatTheStoreLacks().orElse("now it has"), e);
        }
    }

    /** The boards that have more or fewer rows than MySQL counts; after {@link #difference}. */
    public List<String> rowCountsThatDiffer() {
        return RowCounts.differing(reader, boards, live());
    }

    public static void await(String what, BooleanSupplier condition) {
        await(PATIENCE, what, condition);
    }

    public static void await(Duration within, String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + what + " within " + within.toSeconds() + " s");
            }
            pause(Duration.ofMillis(5));
        }
    }

    /** Lets time pass, where the fault is that it does. */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hub.close();
        source.close();
        store.close();
        boards.close();
        connections.close();
        db.close();
        reader.close();
    }
}
