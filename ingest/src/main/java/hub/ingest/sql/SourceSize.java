package hub.ingest.sql;

import hub.ingest.SourceSettings;
import hub.projections.change.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a snapshot would read.
 *
 * @param rows of each captured table that exists, as the server estimates them
 */
public record SourceSize(Map<Table, Long> rows) {

    public SourceSize {
        rows = Map.copyOf(rows);
    }

    public static SourceSize of(SourceSettings settings) throws SQLException {
        Map<Table, Long> rows = new EnumMap<>(Table.class);
        try (SourceConnection source = SourceConnection.open(settings);
                Statement statement = source.jdbc().createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT table_name, table_rows FROM information_schema.tables WHERE table_schema = DATABASE()")) {
            while (result.next()) {
                long estimate = result.getLong(2);
                Table.named(result.getString(1)).ifPresent(table -> rows.put(table, estimate));
            }
        }
        return new SourceSize(rows);
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
