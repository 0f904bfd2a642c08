package hub.app.demo;

import hub.embedded.Account;
import hub.embedded.EmbeddedMariaDb;
import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The demo's schema in its embedded server: made, filled, and connected to as its writers are. */
final class DemoDatabase {

    private final EmbeddedMariaDb server;

    DemoDatabase(EmbeddedMariaDb server) {
        this.server = server;
    }

    /** Creates the legacy tables and fills them with all that happened until {@code demo} resumes. */
    void fill(DemoDay demo) throws SQLException {
        Migrations.migrateLegacy(settings(server.writer()));
        try (Connection connection = connect()) {
            History history = new History(connection, demo.crew());
            history.write(demo.past(), demo.today().date());
            history.writeToday(demo.today(), demo.resumesAt());
        }
    }

    /** The days that the service has sealed; none if that cannot be told. */
    Set<LocalDate> sealed() {
        Set<LocalDate> days = new HashSet<>();
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT DISTINCT score_date FROM hub_seals")) {
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
        } catch (SQLException e) {
            days.clear();
        }
        return days;
    }

    /** As the legacy writers: their user, no auto-commit. */
    Connection connect() throws SQLException {
        Account writer = server.writer();
        Connection connection = DriverManager.getConnection(server.jdbcUrl(), writer.user(), writer.password());
        connection.setAutoCommit(false);
        return connection;
    }

    MysqlSettings settings(Account account) {
        return new MysqlSettings(
                server.host(), server.port(), server.database(), account.user(), account.password(), SslMode.PREFERRED);
    }
}
