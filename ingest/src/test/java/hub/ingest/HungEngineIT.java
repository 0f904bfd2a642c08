package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.change.Change;
import hub.projections.projector.ChangeSink;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A handler that neither goes on nor ends: the engine cannot be closed, and beside it no second one may run. */
class HungEngineIT {

    @Test
    void isFoundAndAsksForAFreshProcess() throws InterruptedException {
        TestServer server = MariaDbServer.shared();
        server.emptyTables();
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        StreamingScenario scenario = new StreamingScenario(server);
        try {
            scenario.start();
            scenario.awaitStreaming();
            scenario.stop();
            scenario.start(sink -> new Hanging(sink, hangs, letGo));
            server.sql("INSERT INTO employees (name) VALUES ('Ann')");
            hangs.await();
            scenario.running().source().abandon("canary 7 has not come back");
            Throwable failure = scenario.awaitFailure();
            assertThat(failure)
                    .isInstanceOf(SourceFailure.class)
                    .hasMessageContaining("has not ended within 30 s")
                    .hasMessageContaining("canary 7 has not come back");
            assertThat(((SourceFailure) failure).remedy()).isEqualTo(SourceFailure.Remedy.EXIT);
        } finally {
            letGo.countDown();
            scenario.close();
        }
    }

    private static final class Hanging extends PassedOn {

        private final CountDownLatch hangs;
        private final CountDownLatch letGo;

        Hanging(ChangeSink sink, CountDownLatch hangs, CountDownLatch letGo) {
            super(sink);
            this.hangs = hangs;
            this.letGo = letGo;
        }

        @Override
        public void change(Change change, Supplier<Optional<String>> resumeAfter) {
            hangs.countDown();
            while (letGo.getCount() > 0) {
                try {
                    letGo.await();
                } catch (InterruptedException deaf) {
                    // That is the fault.
                }
            }
        }
    }
}
