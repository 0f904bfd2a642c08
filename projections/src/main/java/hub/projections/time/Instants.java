package hub.projections.time;

import java.time.Instant;

/** The earlier and the later of two instants. */
public final class Instants {

    private Instants() {}

    public static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    public static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
