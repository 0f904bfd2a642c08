package hub.ingest.debezium;

import hub.projections.change.Table;
import io.debezium.document.Array;
import io.debezium.document.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The captured columns that one table has, by name. */
record CapturedColumns(Table table, Map<String, ColumnType> types) {

    static CapturedColumns of(Table table, Document layout) {
        Map<String, ColumnType> types = new HashMap<>();
        Array columns = layout.getOrCreateArray("columns");
        for (Array.Entry entry : columns) {
            Document column = entry.getValue().asDocument();
            String name = column.getString("name");
            if (table.columns().contains(name)) {
                types.put(name, ColumnType.of(column, layout.getString("defaultCharsetName")));
            }
        }
        return new CapturedColumns(table, Map.copyOf(types));
    }

    /** What happened to the values of existing rows when the table turned into {@code next}; empty if nothing did. */
    List<String> lostIn(CapturedColumns next) {
        List<String> lost = new ArrayList<>();
        for (String column : table.columns()) {
            ColumnType was = types.get(column);
            ColumnType is = next.types.get(column);
            String name = table.sqlName() + "." + column;
            if (was != null && is == null) {
                lost.add("column " + name + " is gone");
            } else if (was == null && is != null && !isHarmless(column, is)) {
                lost.add("column " + name + " was added with a value in the existing rows");
            } else if (was != null && is != null && !was.keepsItsValuesAs(is)) {
                lost.add("column " + name + " was " + was.text() + " and is " + is.text());
            }
        }
        return lost;
    }

    private boolean isHarmless(String column, ColumnType added) {
        OptionalLong absent = table.absent(column);
        // A flag that is NULL is not set.
        boolean same = absent.orElse(0) == 0 && added.nullInOldRows()
                || absent.isPresent() && absent.equals(added.inOldRows());
        return same && !added.generated();
    }
}
