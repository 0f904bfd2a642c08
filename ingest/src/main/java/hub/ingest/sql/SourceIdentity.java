package hub.ingest.sql;

import java.sql.SQLException;
import java.util.Map;

/**
 * Which server's history positions belong to. MySQL: the server's UUID, and whether it numbers transactions by GTID.
 * MariaDB has nothing like a UUID that survives a restore and a move: its replication domain and server id, which its
 * GTIDs consist of, must do; a history that goes back or lacks ours is found by comparing GTIDs.
 */
public final class SourceIdentity {

    private SourceIdentity() {}

    public static String of(SourceConnection source) throws SQLException {
        Map<String, String> variables = source.variables();
        return switch (source.flavor()) {
            case MYSQL ->
                "mysql:" + variables.get("server_uuid")
                        + ("ON".equalsIgnoreCase(variables.get("gtid_mode")) ? ":gtid" : ":file");
            case MARIADB ->
                "mariadb:domain=" + variables.get("gtid_domain_id") + ",server=" + variables.get("server_id");
        };
    }
}
