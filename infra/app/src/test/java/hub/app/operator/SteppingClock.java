package hub.app.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves by a step each time it is looked at. */
final class SteppingClock implements InstantSource {

    private Instant now;
    private Duration step = Duration.ZERO;

    SteppingClock(Instant now) {
        this.now = now;
    }

    void stepBy(Duration duration) {
        step = duration;
    }

    @Override
    public Instant instant() {
        now = now.plus(step);
        return now;
    }
}
