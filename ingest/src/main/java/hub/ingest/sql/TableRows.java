package hub.ingest.sql;

import hub.projections.change.Row;
import hub.projections.change.RowMapper;
import hub.projections.change.Table;
import hub.projections.change.TextValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
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
                    @Nullable String[] values = new @Nullable String[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = rows.getString(i + 1);
                    }
                    action.accept(RowMapper.map(table, new TextValues(values)));
                }
            }
        }
    }

    private static String select(String database, Table table) {
        return "SELECT " + TextValues.select(table) + " FROM `" + database.replace("`", "``") + "`.`" + table.sqlName()
                + "`";
    }
}
