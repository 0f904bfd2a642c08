package hub.bench.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what an engine delivers, and not for an engine that has ended, or for ever. */
final class Engines {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private Engines() {}

    /** @param requireRunning throws if the engine has ended */
    static void await(CountDownLatch latch, Runnable requireRunning) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!latch.await(100, TimeUnit.MILLISECONDS)) {
            requireRunning.run();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all rows have come after " + PATIENCE);
            }
        }
    }
}
