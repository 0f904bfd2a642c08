package hub.scheduler.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is told the time. Thread-safe. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
