package hub.ingest.sql;

import hub.ingest.SourceSettings;
import hub.projections.change.Table;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourcePosition.BinlogFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What the source's binary logs hold at this moment.
 *
 * @param identity see {@link SourceIdentity}
 * @param position how far the history goes
 * @param end file and offset where the logs end
 * @param files the names of the logs that are still there
 * @param purged the GTID set that is in no log any more; empty if none, or if the server does not tell
 * @param gone the tables asked for that are not there
 */
public record SourceHistory(
        String identity, SourcePosition position, BinlogFile end, Set<String> files, String purged, Set<Table> gone) {

    /** @param followed the tables that must be there */
    public static SourceHistory of(SourceSettings settings, Set<Table> followed) throws SQLException {
        try (SourceConnection source = SourceConnection.open(settings)) {
            String identity = SourceIdentity.of(source);
            SourcePosition position = CurrentPosition.of(source);
            // Asked for after the position, so that the end is never before it.
            return new SourceHistory(
                    identity,
                    position,
                    CurrentPosition.binlogFile(source),
                    files(source),
                    purged(source),
                    GoneTables.among(source, followed));
        }
    }

    private static Set<String> files(SourceConnection source) throws SQLException {
        Set<String> files = new HashSet<>();
        try (Statement statement = source.jdbc().createStatement();
                ResultSet rows = statement.executeQuery("SHOW BINARY LOGS")) {
            while (rows.next()) {
                files.add(rows.getString(1));
            }
        }
        return files;
    }

    private static String purged(SourceConnection source) throws SQLException {
        return switch (source.flavor()) {
            case MYSQL -> source.text("SELECT @@GLOBAL.gtid_purged").orElse("").replace("\n", "");
            case MARIADB -> "";
        };
    }
}
