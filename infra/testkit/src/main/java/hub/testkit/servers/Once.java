package hub.testkit.servers;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts something once per JVM. A start that failed is not tried again: every test would wait for it. */
final class Once<T> implements Supplier<T> {

    private final Callable<T> start;
    private @Nullable T started;
    private @Nullable Exception failed;

    Once(Callable<T> start) {
        this.start = start;
    }

    @Override
    public synchronized T get() {
        if (started == null && failed == null) {
            try {
                started = start.call();
            } catch (Exception e) {
                failed = e;
            }
        }
        if (started == null) {
            throw new IllegalStateException("the servers did not start", failed);
        }
        return started;
    }
}
