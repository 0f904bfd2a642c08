package hub.app.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as the legacy stores them: {@code DATETIME} literals in UTC. */
final class Utc {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Utc() {}

    static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
