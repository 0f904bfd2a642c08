package hub.app.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code INSERT} with many rows at a time, as the legacy writers send them. */
record MultiRow(String table, List<String> columns, String onDuplicate) {

    private static final int ROWS = 100;

    /** Values that the driver takes as they are: numbers and strings; instants as UTC text. */
    void insert(Connection connection, List<List<@Nullable Object>> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<List<@Nullable Object>> part = rows.subList(from, Math.min(rows.size(), from + ROWS));
            try (PreparedStatement insert = connection.prepareStatement(sql(part.size()))) {
                int index = 0;
                for (List<@Nullable Object> row : part) {
                    for (Object value : row) {
                        index = index + 1;
                        insert.setObject(index, value);
                    }
                }
                insert.executeUpdate();
            }
        }
    }

    private String sql(int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, row)) + onDuplicate;
    }
}
