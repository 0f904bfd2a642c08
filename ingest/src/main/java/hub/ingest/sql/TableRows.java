package hub.ingest.sql;

import hub.projections.change.Layout;
import hub.projections.change.Row;
import hub.projections.change.RowMapper;
import hub.projections.change.Table;
import hub.projections.change.TextValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads captured tables, row by row, within the connection's current transaction. */
final class TableRows {

    private TableRows() {}

    static void forEach(SourceConnection source, String database, Table table, String condition, Consumer<Row> action)
            throws SQLException {
        Layout layout = layout(source, table);
        if (!layout.isPresent()) {
            return;
        }
        int columns = table.columns().size();
        try (Statement statement =
                source.jdbc().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(
                    switch (source.flavor()) {
                        case MYSQL -> Integer.MIN_VALUE; // its driver streams only so
                        case MARIADB -> 1_000;
                    });
            try (ResultSet rows = statement.executeQuery(select(database, table, layout, condition))) {
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

    /** The captured tables that are there. */
    static Set<Table> present(SourceConnection source) throws SQLException {
        Set<Table> present = EnumSet.noneOf(Table.class);
        for (Table table : Table.values()) {
            if (layout(source, table).isPresent()) {
                present.add(table);
            }
        }
        return present;
    }

    private static Layout layout(SourceConnection source, Table table) throws SQLException {
        if (table.isCertain()) {
            return Layout.COMPLETE;
        }
        List<String> columns = new ArrayList<>();
        try (Statement statement = source.jdbc().createStatement();
                ResultSet rows = statement.executeQuery(Layout.columnsOf(table))) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return Layout.of(table, columns);
    }

    private static String select(String database, Table table, Layout layout, String condition) {
        return "SELECT " + TextValues.select(table, layout) + " FROM `" + database.replace("`", "``") + "`.`"
                + table.sqlName() + "` WHERE " + condition;
    }
}
