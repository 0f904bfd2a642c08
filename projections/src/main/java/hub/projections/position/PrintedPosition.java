package hub.projections.position;

import hub.projections.store.SourcePosition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a position in any form in which the source or this service prints it. */
public final class PrintedPosition {

    /** What is allowed, for people. */
    public static final String ALLOWED = "what @@gtid_executed, @@gtid_binlog_pos or Hub-Position print,"
            + " or file:position of SHOW BINARY LOG STATUS";

    private static final String PREFIX = "(?:mysql-gtid|mariadb-gtid|binlog):";
    private static final Pattern OWN = Pattern.compile(PREFIX + ".+");
    private static final Pattern FILE =
            Pattern.compile("(?<file>[A-Za-z0-9_.-]+\\.[0-9]+)(?::|\\s+)(?<offset>[0-9]{1,18})");

    private PrintedPosition() {}

    /** The position; null if {@code text} is none. */
    public static @Nullable SourcePosition parse(String text) {
        try {
            SourcePosition position = read(text.strip());
            if (position != null) {
                Containment.of(position, position); // looks at all of it
            }
            return position;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable SourcePosition read(String text) {
        if (OWN.matcher(text).matches()) {
            return SourcePosition.parse(text);
        }
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            return new SourcePosition.BinlogFile(file.group("file"), Long.parseLong(file.group("offset")));
        }
        if (text.isEmpty()) {
            return null;
        }
        return text.indexOf(':') < 0 ? new SourcePosition.MariadbGtids(text) : new SourcePosition.MysqlGtids(text);
    }
}
