package hub.projections.operations;

import hub.projections.change.Canary;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the read models are behind MySQL. Unknown is a state of its own and never drawn as zero. */
public sealed interface Lag {

    record CaughtUp(Duration atMost) implements Lag {}

    record Behind(Duration by) implements Lag {}

    record Unknown(String why) implements Lag {}

    /** A canary older than this is no evidence: its writer has stopped. Three write intervals. */
    Duration CANARY_WRITER_SILENT = Duration.ofSeconds(3);

    /**
     * @param written the last canary known to be committed to MySQL
     * @param returned the last canary that came back through the stream
     */
    static Lag measure(@Nullable Canary written, @Nullable Canary returned, Instant now) {
        if (written == null) {
            return new Unknown("no canary is being written");
        }
        if (returned != null && returned.n() >= written.n()) {
            Duration age = Duration.between(returned.writtenAt(), now);
            return age.compareTo(CANARY_WRITER_SILENT) > 0
                    ? new Unknown("the canary's writer has been silent for " + age.toSeconds() + " s")
                    : new CaughtUp(age.isNegative() ? Duration.ZERO : age);
        }
        if (returned == null) {
            return new Unknown("no canary has come back yet");
        }
        Duration by = Duration.between(returned.writtenAt(), now);
        return by.compareTo(CANARY_WRITER_SILENT) > 0 ? new Behind(by) : new CaughtUp(by);
    }
}
