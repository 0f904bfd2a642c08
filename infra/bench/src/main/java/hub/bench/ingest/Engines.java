package hub.bench.ingest;

import hub.ingest.debezium.BareEngine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what an engine delivers, and not for an engine that has ended. */
final class Engines {

    private Engines() {}

    static void await(CountDownLatch latch, BareEngine engine) throws InterruptedException {
        while (!latch.await(100, TimeUnit.MILLISECONDS)) {
            engine.requireRunning();
        }
    }

    static void await(CountDownLatch latch, Thread pipeline) throws InterruptedException {
        while (!latch.await(100, TimeUnit.MILLISECONDS)) {
            if (!pipeline.isAlive()) {
                throw new IllegalStateException("the pipeline ended before the backlog did");
            }
        }
    }
}
