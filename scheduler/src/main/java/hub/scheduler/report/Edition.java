package hub.scheduler.report;

import java.time.Instant;

/**
 * The state of the day that a report tells of: one version of the day's seal.
 *
 * @param version counts from 1 per day
 * @param evaluatedAt what runs with time (open shifts) is shown as it was then
 * @param edited whether somebody changed the finalized scores after they were sealed: what is reported is what is stored, and
 *     not what that version covers
 */
public record Edition(int version, Kind kind, Instant evaluatedAt, boolean edited) {

    public enum Kind {
        /** Of the evening; the day goes on until midnight. */
        PROVISIONAL,
        /** Of the night after; what the day came to. */
        CLOSING,
        /** A later correction. */
        RESTATED
    }

    public Edition {
        if (version < 1) {
            throw new IllegalArgumentException("seal versions start at 1, not " + version);
        }
    }
}
