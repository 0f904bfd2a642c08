package hub.testkit.scenario;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Random writes, one transaction after the other at a steady pace, each a moment that can be looked at. */
public final class SteadyWrites implements Load.Work {

    /** So slow that the moments held reach farther back than the service may lag. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final RandomWrites writes;
    private final Moments moments;

    public SteadyWrites(RandomWrites writes, Moments moments) {
        this.writes = writes;
        this.moments = moments;
    }

    @Override
    public void whileTrue(BooleanSupplier wanted) {
        while (wanted.getAsBoolean()) {
            moments.after(() -> writes.run(1));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
