package hub.ingest;

import hub.projections.change.Canary;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds a stream that is dead though its connection looks alive: a canary is known to be committed in MySQL, does not come
 * back, and nothing else comes either. A stream that is merely behind delivers something, and is left alone; so is one whose
 * source nobody writes to, where nothing is missed. Used by one thread.
 */
final class Watchdog {

    /** Three of the intervals in which a healthy source sends something, if only a sign of life. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private long awaited = -1;
    private long progress;
    private long since;

    /**
     * @param written the last canary known to be committed in MySQL
     * @param returned the number of the last one that came back; -1 for none
     * @param delivered grows with everything that the stream delivers and the store takes
     * @param nanos a monotonic clock
     * @return whether the stream is to be taken for dead
     */
    boolean bites(@Nullable Canary written, long returned, long delivered, long nanos) {
        if (written == null || returned >= written.n()) {
            awaited = -1;
            return false;
        }
        if (awaited <= returned || delivered != progress) {
            awaited = written.n();
            progress = delivered;
            since = nanos;
            return false;
        }
        return nanos - since > PATIENCE.toNanos();
    }

    /** Nothing is missed for now: the stream is held on purpose, or has just begun. */
    void rest() {
        awaited = -1;
    }
}
