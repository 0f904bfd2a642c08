package hub.ingest.sql;

import hub.ingest.SourceSettings;
import hub.projections.change.Table;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which tables the source has no more. One that the user may no longer read is not gone: the stream goes on without that
 * right.
 */
public final class GoneTables {

    private static final int NO_SUCH_TABLE = 1146;

    private GoneTables() {}

    /** @throws SQLException if the source cannot be asked */
    public static Set<Table> among(SourceSettings settings, Set<Table> tables) throws SQLException {
        if (tables.isEmpty()) {
            return Set.of();
        }
        try (SourceConnection source = SourceConnection.open(settings)) {
            return among(source, tables);
        }
    }

    static Set<Table> among(SourceConnection source, Set<Table> tables) throws SQLException {
        source.execute("SET SESSION lock_wait_timeout = 3");
        Set<Table> gone = EnumSet.noneOf(Table.class);
        for (Table table : tables) {
            if (isGone(source, table)) {
                gone.add(table);
            }
        }
        return gone;
    }

    private static boolean isGone(SourceConnection source, Table table) {
        try {
            source.text("SELECT " + table.columns().getFirst() + " FROM `" + table.sqlName() + "` LIMIT 0");
            return false;
        } catch (SQLException e) {
            return e.getErrorCode() == NO_SUCH_TABLE;
        }
    }
}
