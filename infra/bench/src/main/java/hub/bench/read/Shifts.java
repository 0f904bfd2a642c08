package hub.bench.read;

import hub.testkit.servers.SourceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** Everybody's shift of one day, as the legacy writes it. */
final class Shifts {

    private Shifts() {}

    static void write(SourceDatabase database, int employees, LocalDate day) {
        StringBuilder sql =
                new StringBuilder("INSERT INTO clock_times (employee_id, clock_in, clock_out, total_minutes) VALUES ");
        for (int employee = 1; employee <= employees; employee++) {
            sql.append(employee > 1 ? "," : "")
                    .append("(%d, '%s 12:00:00', '%s 20:00:00', 480)".formatted(employee, day, day));
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.toString());
        } catch (SQLException e) {
            throw new IllegalStateException("the shifts of " + database.name() + " cannot be written", e);
        }
    }
}
