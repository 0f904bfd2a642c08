package hub.testkit.scenario;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Work that goes on beside a test until it is closed, however the test ends. It has threads of its own: in the common
 * pool, which has a single thread on a small machine, it would keep everybody else's futures from completing.
 */
public final class Load implements AutoCloseable {

    /** What goes on: for as long as it is told to. */
    public interface Work {
        void whileTrue(BooleanSupplier wanted);
    }

    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> ended;

    public Load(Work work) {
        this(1, work);
    }

    /** @param workers how many do the work at a time */
    public Load(int workers, Work work) {
        ended = Stream.<Future<?>>generate(() -> threads.submit(() -> work.whileTrue(wanted::get)))
                .limit(workers)
                .toList();
    }

    /** Ends it and waits; throws what it threw. */
    @Override
    public void close() {
        wanted.set(false);
        threads.close();
        for (Future<?> worker : ended) {
            try {
                worker.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new AssertionError("the load beside the test failed", e.getCause());
            }
        }
    }
}
