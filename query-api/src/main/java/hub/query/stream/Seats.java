package hub.query.stream;

import java.util.HashMap;
import java.util.Map;

/** Who has how many streams open or being opened. Runs on the streams' one thread. */
final class Seats {

    /** The right to one stream; given back once, however often that is said. */
    final class Seat {
        private final String keyId;
        private boolean free;

        private Seat(String keyId) {
            this.keyId = keyId;
        }

        void giveBack() {
            if (!free) {
                free = true;
                taken--;
                perKey.computeIfPresent(keyId, (id, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    private final StreamLimits limits;
    private final Map<String, Integer> perKey = new HashMap<>();
    private int taken;

    Seats(StreamLimits limits) {
        this.limits = limits;
    }

    /** @throws TooManyStreams if the key, or all together, have as many as they may */
    Seat take(String keyId) {
        if (taken >= limits.most()) {
            throw new TooManyStreams(limits.most());
        }
        if (perKey.getOrDefault(keyId, 0) >= limits.mostPerKey()) {
            throw new TooManyStreams(limits.mostPerKey());
        }
        taken++;
        perKey.merge(keyId, 1, Integer::sum);
        return new Seat(keyId);
    }

    int taken() {
        return taken;
    }
}
