package hub.mysql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real server under test. Each test takes a schema of its own. */
record TestServer(String host, int port, String username, String password, SslMode sslMode) {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** A new, empty schema. */
    MysqlSettings freshSchema() {
        String name = "test_" + SCHEMAS.incrementAndGet();
        execute(schema("mysql"), "CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return schema(name);
    }

    /** A new schema with the legacy tables and our own. */
    MysqlSettings migratedSchema() {
        MysqlSettings schema = freshSchema();
        Migrations.migrateLegacy(schema);
        Migrations.migrateOwn(schema);
        return schema;
    }

    private MysqlSettings schema(String name) {
        return new MysqlSettings(host, port, name, username, password, sslMode);
    }

    static void execute(MysqlSettings schema, String... statements) {
        try (Connection connection = connect(schema);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static List<Map<String, @Nullable Object>> query(MysqlSettings schema, String statement) {
        try (Connection connection = connect(schema);
                Statement sql = connection.createStatement();
                ResultSet results = sql.executeQuery(statement)) {
            ResultSetMetaData columns = results.getMetaData();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (results.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), results.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connect(MysqlSettings schema) throws SQLException {
        return DriverManager.getConnection(JdbcUrl.of(schema), schema.username(), schema.password());
    }
}
