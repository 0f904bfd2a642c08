package hub.redis;

import hub.projections.change.Canary;
import java.time.Instant;

/** The text of a canary. */
final class Canaries {

    private Canaries() {}

    static String text(Canary canary) {
        return canary.n() + "@" + canary.writtenAt();
    }

    static Canary parse(String text) {
        int at = text.indexOf('@');
        return new Canary(Long.parseLong(text.substring(0, at)), Instant.parse(text.substring(at + 1)));
    }
}
