package hub.ingest.debezium;

import com.github.shyiko.mysql.binlog.GtidSet;
import com.github.shyiko.mysql.binlog.MariadbGtidSet;
import hub.ingest.Flavor;
import hub.projections.store.SourcePosition;
import io.debezium.connector.mariadb.gtid.MariaDbGtidSet;
import io.debezium.connector.mysql.gtid.MySqlGtidSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Positions of one flavor; all arithmetic on GTIDs is that of the classes that the connector itself uses. */
public record Positions(Flavor flavor) {

    private static final String GTIDS = "gtids";

    SourcePosition position(Map<String, ?> offset) {
        Object gtids = offset.get(GTIDS);
        if (gtids == null) {
            return new SourcePosition.BinlogFile(
                    String.valueOf(offset.get("file")), Long.parseLong(String.valueOf(offset.get("pos"))));
        }
        return switch (flavor) {
            case MYSQL -> new SourcePosition.MysqlGtids(gtids.toString());
            case MARIADB -> new SourcePosition.MariadbGtids(gtids.toString());
        };
    }

    /** The file and offset in an offset that a checkpoint carries; empty if there is none. */
    public static Optional<SourcePosition.BinlogFile> binlog(String resume) {
        if (resume.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> offset = Offsets.parse(resume);
        return offset.get("file") instanceof String file && offset.get("pos") instanceof Number pos
                ? Optional.of(new SourcePosition.BinlogFile(file, pos.longValue()))
                : Optional.empty();
    }

    /**
     * The offset after a statement that stands alone (DDL), for which the connector takes no END: its position is
     * already the one after the statement, its GTID set the one before.
     */
    Map<String, Object> after(Map<String, ?> offset, @Nullable String gtid) {
        Map<String, Object> after = new HashMap<>(offset);
        Object before = offset.get(GTIDS);
        if (gtid != null && before != null) {
            GtidSet set = switch (flavor) {
                case MYSQL -> new GtidSet(before.toString());
                case MARIADB -> new MariadbGtidSet(before.toString());
            };
            set.add(gtid);
            after.put(GTIDS, set.toString());
            after.remove("event");
            after.remove("row");
        }
        return after;
    }

    /** Whether {@code later} contains all that {@code earlier} contains; only where the source defines that. */
    public static boolean contains(SourcePosition later, SourcePosition earlier) {
        return switch (earlier) {
            case SourcePosition.None none -> true;
            case SourcePosition.MysqlGtids gtids ->
                later instanceof SourcePosition.MysqlGtids other
                        && new MySqlGtidSet(gtids.set()).isContainedWithin(new MySqlGtidSet(other.set()));
            case SourcePosition.MariadbGtids gtids ->
                later instanceof SourcePosition.MariadbGtids other
                        && new MariaDbGtidSet(gtids.position()).isContainedWithin(new MariaDbGtidSet(other.position()));
            case SourcePosition.BinlogFile file ->
                later instanceof SourcePosition.BinlogFile other && binlogContains(other, file);
        };
    }

    private static boolean binlogContains(SourcePosition.BinlogFile later, SourcePosition.BinlogFile earlier) {
        long files = Long.compare(number(later.file()), number(earlier.file()));
        return files == 0 ? later.offset() >= earlier.offset() : files > 0;
    }

    private static long number(String file) {
        return Long.parseLong(file.substring(file.lastIndexOf('.') + 1));
    }
}
