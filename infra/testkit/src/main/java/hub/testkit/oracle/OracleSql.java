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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads a statement of the oracle and fills it in: the days, the instant, the rules that depend on the score mode, and,
 * for {@code @name} on a line, what is common to several statements.
 */
final class OracleSql {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private static final Pattern PART = Pattern.compile("(?m)^@(?<name>\\w+)");

    /** Whole minutes, none if negative; an open shift runs to now, for 16 hours at most. */
    private static final String LIVE_MINUTES = "GREATEST(0, TIMESTAMPDIFF(MINUTE, clock_in,"
            + " COALESCE(clock_out, LEAST(:now, clock_in + INTERVAL 16 HOUR))))";

    /** By role id, so that renaming a role is free; by name only for departments that no role is known for. */
    private static final String EXPECTED_PER_HOUR = """
            CAST(COALESCE(
                (SELECT expected_per_hour FROM role_configs WHERE id = CASE department
                    WHEN 'Heat Press' THEN 1 WHEN 'Packing' THEN 2 WHEN 'Picking' THEN 3
                    WHEN 'Labeling' THEN 4 WHEN 'Film Matching' THEN 5
                    ELSE (SELECT MIN(named.id) FROM role_configs named WHERE named.role_name = department) END),
                60) AS DECIMAL(30, 12))""";

    private OracleSql() {}

    /** The Central day of {@code now}. */
    static String today(Instant now) {
        return CentralSql.expand("SELECT CENTRAL_DATE(:now)").replace(":now", instant(now));
    }

    /** @param today the Central day of {@code asked.now()} */
    static String load(String name, Asked asked, LocalDate today) {
        String minutes = switch (asked.mode()) {
            case LIVE -> LIVE_MINUTES;
            case STORED -> "total_minutes";
        };
        String runs = switch (asked.mode()) {
            case LIVE -> "(clock_out IS NULL AND clock_in + INTERVAL 16 HOUR > :now)";
            case STORED -> "(clock_out IS NULL)";
        };
        String scored = switch (asked.mode()) {
            case LIVE -> "worked";
            case STORED -> "has_score";
        };
        String sql = withParts(read(name), asked.mode())
                .replace("EXPECTED_PER_HOUR(department)", EXPECTED_PER_HOUR)
                .replace("SHIFT_MINUTES", minutes)
                .replace("SHIFT_RUNS", runs)
                .replace("SCORE_DAY", scored)
                .replace("LIVE_MINUTES", LIVE_MINUTES);
        return CentralSql.expand(sql)
                .replace(":today", date(today))
                .replace(":day", date(asked.to()))
                .replace(":from", date(asked.from()))
                .replace(":to", date(asked.to()))
                .replace(":now", instant(asked.now()));
    }

    private static String date(LocalDate day) {
        return "DATE '" + day + "'";
    }

    private static String instant(Instant now) {
        return "TIMESTAMP '" + UTC.format(now) + "'";
    }

    /** A part may contain others, and may have a wording of its own for each mode. */
    private static String withParts(String sql, ScoreMode mode) {
        return PART.matcher(sql).replaceAll(found -> {
            String part = "parts/" + found.group(1);
            String ofMode = part + "-" + mode.name().toLowerCase(Locale.ROOT);
            return Matcher.quoteReplacement(
                    withParts(read(exists(ofMode) ? ofMode : part).strip(), mode));
        });
    }

    private static boolean exists(String name) {
        return OracleSql.class.getResource(name + ".sql") != null;
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
