package hub.scheduler.seal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a Central day's record. It never changes; a correction is a new version.
 *
 * @param version counts from 1 per day
 * @param position a source position that the sealed figures contain, as MySQL or MariaDB print it; empty if the server
 *     tells none
 * @param evaluatedAt the instant at which what runs with time (open shifts) was evaluated
 * @param sealedAt when it was written
 * @param rows how many rows of {@code daily_scores} it covers
 * @param hash SHA-256 of those rows, in hexadecimal; see {@link FrozenRows#hash}
 * @param changes what differs from the version before, in words
 */
public record Seal(
        LocalDate date,
        int version,
        Kind kind,
        String position,
        Instant evaluatedAt,
        Instant sealedAt,
        int rows,
        String hash,
        String changes) {

    public enum Kind {
        /** Of the evening; the day goes on until midnight. */
        PROVISIONAL,
        /** Of the night after: what the day came to. */
        CLOSING,
        /** After a later correction. */
        RESTATED;

        /** As it is stored and told. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public Seal {
        if (version < 1) {
            throw new IllegalArgumentException("seal versions start at 1, not " + version);
        }
    }

    /** Whether the day was still going on. */
    public boolean provisional() {
        return kind == Kind.PROVISIONAL;
    }
}
