package hub.mysql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares a schema's indexes with those that the range reads of the last rung, and the legacy's own statements, want.
 * Gives advice only: nothing here alters a table.
 */
public final class MissingIndexes {

    private static final String TABLES =
            "SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = DATABASE()";
    /** Whole columns of B-trees only; a part that is an expression has no column name and ends what is usable. */
    private static final String INDEXES = "SELECT LOWER(table_name), index_name, LOWER(column_name), sub_part"
            + " FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_type = 'BTREE'"
            + " ORDER BY table_name, index_name, seq_in_index";

    private MissingIndexes() {}

    /**
     * The statements (without a terminator) that would create what is missing, for a person to judge and run; empty if nothing is. An index that
     * begins with the wanted columns counts as the wanted one. Tables that do not exist are left out.
     *
     * @throws SQLException if the server cannot be reached or asked
     */
    public static List<String> advice(MysqlSettings settings) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(JdbcUrl.of(settings), settings.username(), settings.password())) {
            Set<String> tables = tables(connection);
            List<Index> present = indexes(connection);
            return Index.PLANNED.stream()
                    .filter(wanted -> tables.contains(wanted.table()))
                    .filter(wanted -> present.stream().noneMatch(index -> index.covers(wanted)))
                    .map(Index::createStatement)
                    .toList();
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<Index> indexes(Connection connection) throws SQLException {
        Map<List<String>, Index> indexes = new HashMap<>();
        Set<List<String>> ended = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String table = rows.getString(1);
                String name = rows.getString(2).toLowerCase(Locale.ROOT);
                String column = rows.getString(3);
                List<String> key = List.of(table, name);
                boolean wholeColumn = column != null && rows.getString(4) == null;
                if (!wholeColumn) {
                    ended.add(key);
                } else if (!ended.contains(key)) {
                    indexes.computeIfAbsent(key, k -> new Index(table, name, new ArrayList<>()))
                            .columns()
                            .add(column);
                }
            }
        }
        return List.copyOf(indexes.values());
    }
}
