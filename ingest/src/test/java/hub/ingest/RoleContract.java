package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.change.Canary;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineState;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.Pointer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of generations, on any source. */
abstract class RoleContract {

    private static final Generation G1 = new Generation(1);
    private static final Generation G2 = new Generation(2);
    private static final Generation G3 = new Generation(3);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryControlPlane control = new InMemoryControlPlane();
    private @Nullable IngestRole role;

    abstract TestServer server();

    @BeforeEach
    void freshSchema() {
        server().emptyTables();
        server().sql("INSERT INTO employees (name) VALUES ('Ann'), ('Bob')");
    }

    @AfterEach
    void stop() {
        if (role != null) {
            role.stop();
        }
    }

    private IngestRole start(String instance, String digest, boolean rebuildByItself) {
        return start(instance, digest, rebuildByItself, server().settings());
    }

    private IngestRole start(String instance, String digest, boolean rebuildByItself, SourceSettings settings) {
        IngestPolicy manual = IngestPolicy.manual(instance);
        return start(
                digest,
                new DebeziumSources(settings, InstantSource.system()),
                new IngestPolicy(
                        instance,
                        rebuildByItself,
                        manual.horizon(),
                        manual.keepPrevious(),
                        manual.watchdog(),
                        manual.exit()));
    }

    private IngestRole start(String digest, Sources sources, IngestPolicy policy) {
        IngestRole started =
                new IngestRole(store, control, sources, MirrorModels.all(), digest, policy, InstantSource.system());
        started.start();
        return started;
    }

    /** As {@link #start}; the next stream can be kept waiting, and a canary that stays away is missed within a second. */
    private HeldSources startHeld(SourceSettings settings) {
        HeldSources sources = new HeldSources(new DebeziumSources(settings, InstantSource.system()));
        IngestPolicy manual = IngestPolicy.manual("a");
        role = start(
                "d1",
                sources,
                new IngestPolicy(
                        "a", false, manual.horizon(), manual.keepPrevious(), Duration.ofMillis(200), manual.exit()));
        return sources;
    }

    private void awaitLive(Generation generation) {
        StreamingScenario.await(
                generation + " live",
                () -> generation.equals(store.pointer().live()),
                () -> control.statuses().toString());
    }

    private void awaitParity(Generation generation) {
        StreamingScenario.await("parity", () -> boards(generation).equals(expected()));
        assertThat(boards(generation)).isEqualTo(expected());
    }

    private Object boards(Generation generation) {
        return StreamingScenario.boards(store, generation);
    }

    private Object expected() {
        return StreamingScenario.expected(server().settings());
    }

    private void awaitState(PipelineState state) {
        awaitState(state, "");
    }

    private void awaitState(PipelineState state, String cause) {
        StreamingScenario.await(
                "state " + state + " " + cause,
                () -> control.statuses().stream()
                        .anyMatch(s -> s.state() == state && s.cause().contains(cause)),
                () -> control.statuses().toString());
    }

    @Test
    void fillsVerifiesServesAndResumes() {
        role = start("a", "d1", false);
        awaitLive(G1);
        awaitParity(G1);
        awaitState(PipelineState.STREAMING);
        server().sql("INSERT INTO employees (name) VALUES ('Cem')");
        awaitParity(G1);
        role.stop();
        assertThat(control.statuses()).isEmpty();
        assertThat(control.holder()).isNull();
        server().sql("DELETE FROM employees WHERE name = 'Ann'");
        role = start("b", "d1", false);
        awaitParity(G1);
        assertThat(store.generations()).containsExactly(G1);
    }

    @Test
    void rebuildsBesideTheLiveOneUnderLoadAndRollsBack() throws InterruptedException {
        role = start("a", "d1", false);
        awaitLive(G1);
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; !enough.get(); i++) {
                server().sql("INSERT INTO activity_logs (employee_id, items_count, window_start) VALUES (" + i % 5
                        + ", 3, '2026-05-05 10:00:00')");
            }
        });
        control.ask(OperatorRequest.REBUILD);
        awaitLive(G2);
        enough.set(true);
        writer.join();
        awaitParity(G2);
        awaitParity(G1);
        assertThat(store.pointer()).isEqualTo(new Pointer(G2, G1));
        control.ask(OperatorRequest.ROLLBACK);
        awaitLive(G1);
        assertThat(store.pointer()).isEqualTo(new Pointer(G1, G2));
    }

    @Test
    void aNewDigestBuildsANewGeneration() {
        role = start("a", "d1", false);
        awaitLive(G1);
        role.stop();
        role = start("a", "d2", false);
        awaitLive(G2);
        awaitParity(G2);
    }

    @Test
    void aSecondInstanceStandsByAndTakesOver() {
        role = start("a", "d1", false);
        awaitLive(G1);
        IngestRole second = start("b", "d1", false);
        try {
            assertThat(second.leading()).isFalse();
            role.stop();
            StreamingScenario.await("takeover", second::leading);
            server().sql("INSERT INTO employees (name) VALUES ('Dee')");
            awaitParity(G1);
        } finally {
            second.stop();
        }
    }

    @Test
    void aStreamThatCannotGoOnWaitsForARebuild() {
        role = start("a", "d1", false);
        awaitLive(G1);
        server().sql(
                        "INSERT INTO activity_logs (employee_id, items_count) VALUES (1, 1)",
                        "SET SESSION binlog_row_image = MINIMAL; UPDATE activity_logs SET items_count = 9");
        awaitState(PipelineState.REBUILD_REQUIRED);
        assertThat(store.pointer().live()).isEqualTo(G1);
        control.ask(OperatorRequest.REBUILD);
        awaitLive(G2);
        awaitParity(G2);
    }

    @Test
    void aStreamThatCannotGoOnIsRebuiltByItselfIfToldTo() {
        role = start("a", "d1", true);
        awaitLive(G1);
        server().sql(
                        "INSERT INTO activity_logs (employee_id, items_count) VALUES (1, 1)",
                        "SET SESSION binlog_row_image = MINIMAL; UPDATE activity_logs SET items_count = 9");
        awaitLive(G2);
        awaitParity(G2);
    }

    /** Row 22: no rebuild makes up for a column that every row has to have. What was there stays, and both say why. */
    @Test
    void aRebuildWithoutARequiredColumnFailsAndLeavesWhatIsThere() {
        server().sql("INSERT INTO clock_times (employee_id, clock_in) VALUES (1, '2026-03-08 08:00:00')");
        role = start("a", "d1", false);
        awaitLive(G1);
        awaitParity(G1);
        Object before = boards(G1);
        server().sql("ALTER TABLE clock_times DROP COLUMN break_minutes", "UPDATE clock_times SET total_minutes = 5");
        awaitState(PipelineState.REBUILD_REQUIRED, "clock_times.break_minutes");
        control.ask(OperatorRequest.REBUILD);
        StreamingScenario.await("a build", () -> store.generations().contains(G2));
        StreamingScenario.await("the build's end", () -> store.generations().equals(List.of(G1)));
        assertThat(store.pointer()).isEqualTo(new Pointer(G1, null));
        assertThat(boards(G1)).isEqualTo(before);
        awaitState(PipelineState.REBUILD_REQUIRED, "clock_times.break_minutes");
        assertThat(Preflight.run(server().settings()).problems())
                .extracting(Finding::setting)
                .containsExactly("column productivity.clock_times.break_minutes");
        server().sql("ALTER TABLE clock_times ADD COLUMN break_minutes INT");
        control.ask(OperatorRequest.REBUILD);
        awaitLive(G3);
        awaitParity(G3);
    }

    /** DBZ-9755: the connection looks alive, and nothing comes any more. */
    @Test
    void aCanaryThatDoesNotComeBackEndsTheStream() {
        HeldSources sources = startHeld(server().settings());
        awaitLive(G1);
        awaitState(PipelineState.STREAMING);
        sources.hold();
        control.canaryWritten(new Canary(1_000_000, Instant.EPOCH));
        awaitState(PipelineState.WAITING, "canary 1000000 is in MySQL and has not come back");
        server().sql(
                        "INSERT INTO hub_heartbeat VALUES (1, 1000000, '2026-03-08 08:00:00')",
                        "INSERT INTO employees (name) VALUES ('Cem')");
        sources.letGo();
        awaitParity(G1);
        awaitState(PipelineState.STREAMING);
    }

    @Test
    void aPasswordThatIsNotRightAnyMoreIsSaidAndWaitedFor() {
        server().sql("DROP USER IF EXISTS 'rotated'@'%'", "CREATE USER 'rotated'@'%' IDENTIFIED BY 'first'");
        Grants.statements(server().settings(), "'rotated'@'%'").forEach(server()::sql);
        role = start("a", "d1", false, server().settingsOf("rotated", "first"));
        awaitLive(G1);
        awaitState(PipelineState.STREAMING);
        server().sql("ALTER USER 'rotated'@'%' IDENTIFIED BY 'second'");
        disconnect("rotated");
        awaitState(PipelineState.WAITING, "Access denied for user 'rotated'");
        server().sql("INSERT INTO employees (name) VALUES ('Cem')", "ALTER USER 'rotated'@'%' IDENTIFIED BY 'first'");
        awaitParity(G1);
        awaitState(PipelineState.STREAMING);
    }

    /** A password counts from the next connection on. */
    private void disconnect(String user) {
        try (var connection = server().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id FROM information_schema.processlist WHERE user = '" + user + "'")) {
            while (rows.next()) {
                server().sql("KILL " + rows.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An engine that cannot be ended is the process's end; see {@code HungEngineIT} for how it comes to that. */
    @Test
    void aReaderThatDiedIsReplacedAndItsDeathIsSeen() {
        role = start("a", "d1", false);
        awaitLive(G1);
        awaitState(PipelineState.STREAMING);
        Thread reader = thread("pipeline-" + G1);
        reader.interrupt();
        StreamingScenario.await("another reader", () -> !reader.isAlive());
        awaitState(PipelineState.WAITING);
        server().sql("INSERT INTO employees (name) VALUES ('Eve')");
        awaitParity(G1);
        awaitState(PipelineState.STREAMING);
    }

    @Test
    void anEngineThatDiedIsReplacedAndItsDeathIsSeen() {
        HeldSources sources = startHeld(server().settings());
        awaitLive(G1);
        awaitState(PipelineState.STREAMING);
        sources.hold();
        Thread engine = thread("engine-" + G1);
        engine.interrupt();
        StreamingScenario.await("the engine's end", () -> !engine.isAlive());
        awaitState(PipelineState.WAITING);
        server().sql("INSERT INTO employees (name) VALUES ('Eve')");
        sources.letGo();
        awaitParity(G1);
        awaitState(PipelineState.STREAMING);
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() {
        SourceSettings real = server().settings();
        SourceSettings away = new SourceSettings(
                real.host(), 1, real.database(), real.username(), real.password(), real.flavor(), real.sslMode(), 5);
        role = start("a", "d1", false, away);
        awaitState(PipelineState.WAITING);
        StreamingScenario.await(
                "cause",
                () -> control.statuses().stream().anyMatch(s -> s.cause().contains("cannot be read")));
        assertThat(store.generations()).isEmpty();
    }
}
