package hub.ingest.sql;

import hub.ingest.Finding;
import hub.ingest.SourceSettings;
import hub.projections.store.Generation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Two readers of a binlog with one id throw each other off. */
record ServerIdCheck(SourceSettings settings, Map<String, String> variables, Consumer<Finding> findings) {

    private static final int GENERATIONS = 16;

    void run(SourceConnection source) {
        long serverId = Long.parseLong(variables.getOrDefault("server_id", "0"));
        if (serverId == 0) {
            findings.accept(new Finding.Problem(
                    "server_id",
                    "0",
                    "1 or above",
                    "set it in the server's configuration: with 0 it refuses replicas"));
        } else if (ours(serverId)) {
            findings.accept(new Finding.Problem(
                    "hub.mysql.server-id",
                    settings.serverId() + " (its range of " + GENERATIONS + " ids contains the source's own " + serverId
                            + ")",
                    "a range that no server or replica uses",
                    "set hub.mysql.server-id"));
        }
        replicas(source);
    }

    private void replicas(SourceConnection source) {
        String list = switch (source.flavor()) {
            case MYSQL -> "SHOW REPLICAS";
            case MARIADB -> "SHOW SLAVE HOSTS";
        };
        try (Statement statement = source.jdbc().createStatement();
                ResultSet rows = statement.executeQuery(list)) {
            while (rows.next()) {
                long replica = rows.getLong(1);
                if (ours(replica)) {
                    findings.accept(new Finding.Warning(
                            "hub.mysql.server-id",
                            replica + " is connected to the source already",
                            "used by this service only",
                            "fine if that is this service; another one would be thrown off: set hub.mysql.server-id"));
                }
            }
        } catch (SQLException notAllowed) {
            // Listing replicas takes a privilege that the service does not need otherwise.
        }
    }

    private boolean ours(long serverId) {
        return LongStream.rangeClosed(1, GENERATIONS)
                .anyMatch(generation -> settings.serverId(new Generation(generation)) == serverId);
    }
}
