package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.Pointer;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of generations, on any source. */
abstract class RoleContract {

    private static final Generation G1 = new Generation(1);
    private static final Generation G2 = new Generation(2);

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
        IngestRole started = new IngestRole(
                store,
                control,
                settings,
                MirrorModels.all(),
                digest,
                new IngestPolicy(
                        instance,
                        rebuildByItself,
                        manual.horizon(),
                        manual.keepPrevious(),
                        manual.watchdog(),
                        manual.exit()),
                InstantSource.system());
        started.start();
        return started;
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
        StreamingScenario.await(
                "state " + state,
                () -> control.statuses().stream().map(PipelineStatus::state).anyMatch(state::equals),
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

    /** An engine that cannot be ended is the process's end; see {@code HungEngineIT} for how it comes to that. */
    @Test
    void aReaderThatDiedIsReplacedAndItsDeathIsSeen() {
        role = start("a", "d1", false);
        awaitLive(G1);
        awaitState(PipelineState.STREAMING);
        Thread reader = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("pipeline-" + G1))
                .findFirst()
                .orElseThrow();
        reader.interrupt();
        StreamingScenario.await("another reader", () -> !reader.isAlive());
        awaitState(PipelineState.WAITING);
        server().sql("INSERT INTO employees (name) VALUES ('Eve')");
        awaitParity(G1);
        awaitState(PipelineState.STREAMING);
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
