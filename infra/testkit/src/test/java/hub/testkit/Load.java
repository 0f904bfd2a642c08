package hub.testkit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Work that goes on beside a test until it is closed, however the test ends. It has a thread of its own: in the common
 * pool, which has a single thread on a small machine, it would keep everybody else's futures from completing.
 */
final class Load implements AutoCloseable {

    /** What goes on: for as long as it is told to. */
    interface Work {
        void whileTrue(BooleanSupplier wanted);
    }

    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> ended;

    Load(Work work) {
        ended = thread.submit(() -> work.whileTrue(wanted::get));
    }

    /** Ends it and waits; throws what it threw. */
    @Override
    public void close() {
        wanted.set(false);
        thread.close();
        try {
            ended.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError("the load beside the test failed", e.getCause());
        }
    }
}
