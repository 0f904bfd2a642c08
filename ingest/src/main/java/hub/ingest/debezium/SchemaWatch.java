package hub.ingest.debezium;

import hub.projections.change.Table;
import io.debezium.document.Array;
import io.debezium.document.Document;
import io.debezium.relational.TableId;
import io.debezium.relational.history.HistoryRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds schema changes after which the rows that are held are not the table's rows any more. Such a statement changes rows
 * (drops or fills a column, converts values, exchanges the table, drops a partition), and the binlog carries none of them:
 * a stream that went on would differ from SQL for good.
 *
 * <p>Not thread-safe.
 */
final class SchemaWatch {

    private static final Pattern ROWS_WITHOUT_EVENTS = Pattern.compile(
            "\\b(DROP|TRUNCATE|EXCHANGE)\\s+PARTITION\\b|\\b(DISCARD|IMPORT)\\s+(PARTITION\\b.*)?TABLESPACE\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<Table, CapturedColumns> tables = new EnumMap<>(Table.class);

    /**
     * The next entry of the history.
     *
     * @return what is wrong with the held rows from here on; empty if nothing is
     */
    String next(Document entry) {
        List<String> harm = new ArrayList<>();
        Array changes = entry.getArray(HistoryRecord.Fields.TABLE_CHANGES);
        String ddl = Objects.requireNonNullElse(entry.getString(HistoryRecord.Fields.DDL_STATEMENTS), "");
        if (changes != null) {
            for (Array.Entry change : changes) {
                apply(change.getValue().asDocument(), ddl, harm);
            }
        }
        return String.join("; ", harm);
    }

    /** The captured tables that exist now. */
    Set<Table> tables() {
        return Set.copyOf(tables.keySet());
    }

    private void apply(Document change, String ddl, List<String> harm) {
        Table from = captured(change.getString("previousId")).orElse(null);
        Table table = captured(change.getString("id")).orElse(null);
        if (from != null && from != table) {
            gone(from, "was renamed", harm);
        }
        if (table == null) {
            return;
        }
        Document layout = change.getDocument("table");
        boolean renamed = change.getString("previousId") != null && from != table;
        if (renamed && !tables.containsKey(table)) {
            // The rows that it had under its old name were never in the stream.
            harm.add("table " + table.sqlName() + " came by a renaming");
        }
        if ("DROP".equals(change.getString("type")) || layout == null) {
            gone(table, "was dropped", harm);
            return;
        }
        CapturedColumns is = CapturedColumns.of(table, layout);
        CapturedColumns was = tables.put(table, is);
        if (was == null) {
            return;
        }
        if (renamed) {
            harm.add("table " + table.sqlName() + " was exchanged for another one");
        } else if (ROWS_WITHOUT_EVENTS.matcher(ddl).find()) {
            harm.add("rows of table " + table.sqlName() + " went with a partition or tablespace");
        } else {
            harm.addAll(was.lostIn(is));
        }
    }

    private void gone(Table table, String how, List<String> harm) {
        if (tables.remove(table) != null) {
            harm.add("table " + table.sqlName() + " " + how);
        }
    }

    private static Optional<Table> captured(@Nullable String id) {
        return id == null ? Optional.empty() : Table.named(TableId.parse(id).table());
    }
}
