package hub.query.stream;

import java.time.Duration;

/**
 * What bounds the streams of one process.
 *
 * @param most of all keys together
 * @param mostPerKey of one key
 * @param maxAge after which a stream is ended, so that its reader comes back; up to a tenth earlier, so that not all come
 *     back at once
 * @param patience for how long one write may take before a reader counts as gone
 */
public record StreamLimits(int most, int mostPerKey, Duration maxAge, Duration patience) {}
