package hub.testkit.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Ticks on from wherever a test sets it. Safe for all threads. */
public final class SettableClock extends Clock {

    private volatile Duration offset;

    public SettableClock(Instant now) {
        this.offset = Duration.between(Instant.now(), now);
    }

    public void set(Instant now) {
        offset = Duration.between(Instant.now(), now);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the service asks for instants only; zones are the domain's");
    }
}
