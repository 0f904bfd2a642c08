package hub.bench.load;

import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.SourceServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;

/** Writes a workload into a database, many statements per round trip and each transaction by itself. */
public final class Backlog {

    private static final int ROWS_PER_ROUND_TRIP = 500;

    private Backlog() {}

    /** Employees and roles, without which activities mean nothing. */
    public static void staff(SourceDatabase database, int employees) {
        StringBuilder sql = new StringBuilder("""
                INSERT INTO role_configs (id, role_name, role_type, multiplier, expected_per_hour, idle_threshold_minutes) VALUES
                (1, 'Heat Pressing', 'continuous', 2.00, 60, 10), (2, 'Packing and Shipping', 'continuous', 1.00, 100, 10),
                (3, 'Picker', 'batch', 0.50, 120, 5), (4, 'Labeler', 'batch', 0.50, 120, 5),
                (5, 'Film Matching', 'batch', 1.00, 120, 5);
                """);
        for (int employee = 1; employee <= employees; employee++) {
            sql.append("INSERT INTO employees (id, name) VALUES (%d, 'Employee Number %d');"
                    .formatted(employee, employee));
        }
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN;" + sql + "COMMIT");
        } catch (SQLException e) {
            throw new IllegalStateException("the staff of " + database.name() + " cannot be written", e);
        }
    }

    /** @param progress told how many rows are written */
    public static void write(SourceDatabase database, Workload workload, LongConsumer progress) {
        Activities activities = new Activities(workload);
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            long written = 0;
            while (!activities.done()) {
                StringBuilder sql = new StringBuilder(ROWS_PER_ROUND_TRIP * 256);
                int rows = 0;
                while (rows < ROWS_PER_ROUND_TRIP && !activities.done()) {
                    rows += transaction(activities, workload.perTransaction(), sql);
                }
                statement.execute(sql.toString());
                written += rows;
                progress.accept(written);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the backlog of " + database.name() + " cannot be written", e);
        }
    }

    private static int transaction(Activities activities, int size, StringBuilder sql) {
        int rows = 0;
        sql.append(size > 1 ? "BEGIN;" : "");
        while (rows < size && !activities.done()) {
            activities.next(sql);
            rows++;
        }
        sql.append(size > 1 ? "COMMIT;" : "");
        return rows;
    }

    private static Connection connect(SourceDatabase database) throws SQLException {
        SourceServer server = database.server();
        return DriverManager.getConnection(
                "jdbc:mysql://%s:%d/%s?sslMode=PREFERRED&allowPublicKeyRetrieval=true&allowMultiQueries=true"
                        .formatted(server.host(), server.port(), database.name()),
                server.username(),
                server.password());
    }
}
