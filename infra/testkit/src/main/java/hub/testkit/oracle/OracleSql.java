package hub.testkit.oracle;

import hub.projections.view.ScoreMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Loads a statement of the oracle and fills in the day, the instant and the rule for minutes. */
final class OracleSql {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    /** Whole minutes, none if negative; an open shift runs to now, for 16 hours at most. */
    private static final String LIVE_MINUTES = "GREATEST(0, TIMESTAMPDIFF(MINUTE, clock_in,"
            + " COALESCE(clock_out, LEAST(:now, clock_in + INTERVAL 16 HOUR))))";

    private OracleSql() {}

    static String load(String name, LocalDate day, Instant now, ScoreMode mode) {
        String minutes = switch (mode) {
            case LIVE -> LIVE_MINUTES;
            case STORED -> "total_minutes";
        };
        String sql = read(name).replace("SHIFT_MINUTES", minutes).replace("LIVE_MINUTES", LIVE_MINUTES);
        return CentralSql.expand(sql)
                .replace(":day", "DATE '" + day + "'")
                .replace(":now", "TIMESTAMP '" + UTC.format(now) + "'");
    }

    private static String read(String name) {
        try (InputStream file = OracleSql.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no statement named " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
