package hub.ingest.sql;

import hub.ingest.row.RowMapper;
import hub.projections.change.Row;
import hub.projections.change.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads whole captured tables, row by row, within the connection's current transaction. */
final class TableRows {

    private TableRows() {}

    static void forEach(SourceConnection source, String database, Table table, Consumer<Row> action)
            throws SQLException {
        int columns = table.columns().size();
        try (Statement statement =
                source.jdbc().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(
                    switch (source.flavor()) {
                        case MYSQL -> Integer.MIN_VALUE; // its driver streams only so
                        case MARIADB -> 1_000;
                    });
            try (ResultSet rows = statement.executeQuery(select(database, table))) {
                while (rows.next()) {
                    List<@Nullable String> values = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        values.add(rows.getString(i));
                    }
                    Row row = RowMapper.map(table, new ResultRow(values));
                    if (row != null) {
                        action.accept(row);
                    }
                }
            }
        }
    }

    private static String select(String database, Table table) {
        return "SELECT "
                + table.columns().stream()
                        .map(column -> "CAST(`" + column + "` AS CHAR)")
                        .collect(Collectors.joining(", "))
                + " FROM `" + database.replace("`", "``") + "`.`" + table.sqlName() + "`";
    }
}
