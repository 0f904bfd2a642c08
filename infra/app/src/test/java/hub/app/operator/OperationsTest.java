package hub.app.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.Pointer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final Generation ONE = new Generation(1);
    private static final Generation TWO = new Generation(2);
    private static final Instant BEGUN = Instant.parse("2026-01-15T12:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final StringWriter out = new StringWriter();
    private final SteppingClock clock = new SteppingClock(BEGUN.plusSeconds(10));
    private final ScriptedControl control = new ScriptedControl();
    private final Operations operations =
            new Operations(store, control, new ProgressLine(new PrintWriter(out, true), false), clock);

    @Test
    void followsARebuildUntilTheNewGenerationIsLive() throws InterruptedException {
        store.movePointer(Pointer.NONE, new Pointer(ONE, null));
        control.says(status(ONE, PipelineState.STREAMING, 0));
        control.says(status(ONE, PipelineState.STREAMING, 0));
        control.says(status(TWO, PipelineState.FILLING, 500));
        control.then(() -> store.movePointer(new Pointer(ONE, null), new Pointer(TWO, ONE)));

        operations.rebuild();

        assertThat(control.asked()).containsExactly(OperatorRequest.REBUILD);
        assertThat(out.toString().lines())
                .containsExactly(
                        "asked for a rebuild; waiting for ingest to begin",
                        "filling g2: 500 of about 2,000 rows (25 %), 50 rows/s, 30 s left",
                        "g2 is live; before it was g1");
    }

    @Test
    void returnsToThePreviousGeneration() throws InterruptedException {
        store.movePointer(Pointer.NONE, new Pointer(TWO, ONE));
        control.says(status(TWO, PipelineState.STREAMING, 0));
        control.then(() -> store.movePointer(new Pointer(TWO, ONE), new Pointer(ONE, TWO)));
        control.says(status(TWO, PipelineState.STREAMING, 0));
        control.afterAsking();

        operations.rollback();

        assertThat(control.asked()).containsExactly(OperatorRequest.ROLLBACK);
        assertThat(out.toString()).endsWith("g1 is live again; before it was g2" + System.lineSeparator());
    }

    @Test
    void hasNowhereToReturnTo() {
        store.movePointer(Pointer.NONE, new Pointer(ONE, null));
        assertThatThrownBy(operations::rollback)
                .isInstanceOf(OperationFailed.class)
                .hasMessageContaining("no previous generation")
                .hasMessageContaining("live is g1");
        assertThat(control.asked()).isEmpty();
    }

    @Test
    void asksNobodyWhereNobodyIsAtWork() {
        assertThatThrownBy(operations::rebuild)
                .isInstanceOf(OperationFailed.class)
                .hasMessageContaining("no process with the role ingest");
        assertThat(control.asked()).isEmpty();
    }

    @Test
    void givesUpOnAnIngestThatDoesNotBegin() {
        store.movePointer(Pointer.NONE, new Pointer(ONE, null));
        control.alwaysSays(status(ONE, PipelineState.REBUILD_REQUIRED, 0));
        clock.stepBy(java.time.Duration.ofSeconds(16));
        assertThatThrownBy(operations::rebuild)
                .isInstanceOf(OperationFailed.class)
                .hasMessageContaining("ingest has not begun after 30 s")
                .hasMessageContaining("g1 rebuild-required (because)");
    }

    private static PipelineStatus status(Generation generation, PipelineState state, long filled) {
        return new PipelineStatus(generation, state, "me", "because", BEGUN, 0, 0, 0, filled, 2_000, BEGUN);
    }
}
