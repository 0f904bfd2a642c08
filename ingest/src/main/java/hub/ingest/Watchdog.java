package hub.ingest;

import hub.projections.change.Canary;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds a stream that is dead though its connection looks alive: a canary is known to be committed in MySQL, does not come
 * back, and nothing else comes either. A stream that is merely behind delivers something, and is left alone; so is one whose
 * source nobody writes to, where nothing is missed.
 *
 * <p>A fresh stream that is as silent as the one before is given twice the time: a server may seek a position for longer
 * than that, and would begin anew each time. Used by one thread.
 */
final class Watchdog {

    private static final int INTERVALS = 3;
    private static final int MOST_DOUBLINGS = 5;

    private final Duration interval;
    private long awaited = -1;
    private long progress;
    private long since;
    private int inVain;

    /** @param interval three of which a written canary may stay away */
    Watchdog(Duration interval) {
        this.interval = interval;
    }

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
            inVain = 0;
            return false;
        }
        if (delivered != progress) {
            inVain = 0;
        }
        if (awaited <= returned || delivered != progress) {
            awaited = written.n();
            progress = delivered;
            since = nanos;
            return false;
        }
        if (nanos - since <= patience().toNanos()) {
            return false;
        }
        inVain++;
        return true;
    }

    /** For how long a canary may stay away before this bites. */
    Duration patience() {
        return interval.multipliedBy((long) INTERVALS << Math.min(inVain, MOST_DOUBLINGS));
    }

    /** Nothing is missed for now: the stream is held on purpose, or has just begun. */
    void rest() {
        awaited = -1;
    }
}
