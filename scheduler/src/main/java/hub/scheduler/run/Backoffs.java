package hub.scheduler.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A {@link Backoff} of each thing that has failed, so that none keeps another waiting. Used by one thread at a time. */
final class Backoffs {

    private final Map<String, Backoff> byKey = new HashMap<>();

    boolean over(String key, Instant now) {
        Backoff backoff = byKey.get(key);
        return backoff == null || backoff.over(now);
    }

    void failed(String key, Instant now) {
        byKey.computeIfAbsent(key, first -> new Backoff()).failed(now);
    }

    void worked(String key) {
        byKey.remove(key);
    }

    /** Forgets all others. */
    void keep(Set<String> keys) {
        byKey.keySet().retainAll(keys);
    }
}
