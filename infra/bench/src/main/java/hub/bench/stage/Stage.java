package hub.bench.stage;

import hub.app.config.Settings;
import hub.app.roles.RedisSession;
import hub.bench.machine.ProcessCpu;
import hub.ingest.SourceSettings;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.testkit.servers.Flavor;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The servers that a run measures on, and what they are.
 *
 * @param sslMode of the connections that service and floor have to the source
 */
public record Stage(Servers servers, SslMode sslMode, OptionalLong databaseProcess, Map<String, String> facts) {

    /** @param asked how to connect to the source; null for what its flavor is usually connected to with */
    public static Stage on(Servers servers, @Nullable SslMode asked) {
        SslMode sslMode = asked == null ? usual(servers.source()) : asked;
        SourceServer source = servers.source();
        try (Connection connection = source.connect("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@hostname, @@version, @@innodb_flush_log_at_trx_commit,"
                        + " @@sync_binlog, @@innodb_buffer_pool_size DIV 1048576")) {
            row.next();
            String hostname = row.getString(1);
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(
                    "source",
                    source.flavor() + " " + row.getString(2) + ", innodb_flush_log_at_trx_commit=" + row.getString(3)
                            + ", sync_binlog=" + row.getString(4) + ", buffer pool " + row.getString(5) + " MB");
            facts.put("TLS to the source", tls(sslMode, statement));
            try (RedisMeter redis = new RedisMeter(servers.store())) {
                facts.put("store", "Redis " + redis.version() + ", " + redis.persistence());
            }
            return new Stage(servers, sslMode, ProcessCpu.database(source.port(), hostname), facts);
        } catch (SQLException e) {
            throw new IllegalStateException("the source " + source + " cannot be asked what it is", e);
        }
    }

    private static String tls(SslMode sslMode, Statement statement) throws SQLException {
        try (ResultSet cipher = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
            String offered = cipher.next() ? cipher.getString(2) : "";
            return "ssl-mode " + sslMode.name().toLowerCase(Locale.ROOT) + " of service and floor; the server "
                    + (offered.isEmpty() ? "offers none" : "offers " + offered);
        }
    }

    private static SslMode usual(SourceServer source) {
        return source.flavor() == Flavor.MYSQL ? SslMode.PREFERRED : SslMode.DISABLED;
    }

    /** The source as the ingest role is told about it. */
    public SourceSettings source(SourceDatabase database) {
        return database.asSource(hub.ingest.SslMode.valueOf(sslMode.name()));
    }

    /** The source as readers are told about it. */
    public MysqlSettings mysql(SourceDatabase database) {
        SourceServer server = database.server();
        return new MysqlSettings(
                server.host(), server.port(), database.name(), server.username(), server.password(), sslMode);
    }

    /** A store and a control plane as the service wires them. */
    public RedisSession session() {
        StoreServer store = servers.store();
        return new RedisSession(Settings.of(Map.of(
                "spring.data.redis.host", store.host(), "spring.data.redis.port", Integer.toString(store.port()))));
    }

    /** CPU seconds of the database server so far. */
    public double databaseCpu() {
        return ProcessCpu.seconds(databaseProcess);
    }
}
