package hub.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads and servers bring about. */
public final class Eventually {

    private static final long PAUSE_NANOS = 10_000_000;

    private Eventually() {}

    public static void await(Duration within, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(within);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("still not so after " + within);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
