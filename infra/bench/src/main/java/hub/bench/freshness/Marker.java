package hub.bench.freshness;

import hub.testkit.servers.SourceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** Commits single rows, each for everybody to see: into a day where nothing else happens. */
final class Marker implements AutoCloseable {

    /** Far from what else is written. */
    static final LocalDate DAY = LocalDate.of(2026, 2, 9);

    /** Ids of all markers are above, and of all other rows below. */
    static final long ABOVE = 1L << 60;

    private final Connection connection;
    private final Statement statement;
    private long lastId = ABOVE + System.nanoTime();

    Marker(SourceDatabase database) throws SQLException {
        connection = database.connect();
        statement = connection.createStatement();
    }

    /** Commits the next row. */
    Committed commit() throws SQLException {
        lastId++;
        statement.execute("INSERT INTO activity_logs (id, report_id, employee_id, role_id, activity_type, items_count,"
                + " window_start, window_end, department, source) VALUES (" + lastId + ", 'M" + lastId
                + "', 1, 1, 'In Production', 1, '" + DAY + " 15:00:00', '" + DAY
                + " 15:09:59', 'Heat Press', 'podfactory')");
        return new Committed(lastId, System.nanoTime());
    }

    /** @param nanoTime when the server had confirmed it */
    record Committed(long id, long nanoTime) {}

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
