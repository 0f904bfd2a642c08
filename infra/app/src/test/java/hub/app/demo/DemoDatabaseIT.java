package hub.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hub.embedded.EmbeddedMariaDb;
import hub.projections.time.CentralDay;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoDatabaseIT {

    private static final DemoDay DEMO = DemoDay.invent(20, 10, 7, Instant.parse("2026-01-15T18:00:00Z"));

    private static EmbeddedMariaDb server;
    private static DemoDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        server = EmbeddedMariaDb.start();
        database = new DemoDatabase(server);
        database.fill(DEMO);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void holdsEveryPastDayFinalized() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM employees")).isEqualTo(20);
        assertThat(number("SELECT COUNT(*) FROM role_configs")).isEqualTo(5);
        int windows = DEMO.past().stream().mapToInt(d -> d.windows().size()).sum();
        assertThat(number("SELECT COUNT(*) FROM activity_logs WHERE window_start < '2026-01-15 06:00:00'"))
                .isEqualTo(windows)
                .isGreaterThan(1_000);
        assertThat(
                        number(
                                "SELECT SUM(items_processed) FROM daily_scores WHERE is_finalized = 1 AND score_date < '2026-01-15'"))
                .isEqualTo(DEMO.past().stream()
                        .flatMap(d -> d.windows().stream())
                        .mapToInt(Window::items)
                        .sum());
    }

    @Test
    void playsTheWholeDayAndItsEndStateIsThePlanAndTheMeddling() throws SQLException {
        List<Cue> cues = DEMO.script(DEMO.resumesAt());
        try (Connection connection = database.connect()) {
            LegacyWriter writer = new LegacyWriter(connection);
            for (Cue cue : cues) {
                writer.write(cue.happening());
            }
        }
        Instant start = new CentralDay(DEMO.today().date()).start();
        assertThat(number("SELECT COUNT(*) FROM clock_times WHERE clock_in >= '" + Utc.text(start) + "'"))
                .isEqualTo(DEMO.today().shifts().size());
        assertThat(number("SELECT COUNT(*) FROM clock_times WHERE clock_out IS NULL"))
                .isZero();
        int rows = number("SELECT COUNT(*) FROM activity_logs WHERE window_start >= '" + Utc.text(start) + "'");
        assertThat(rows)
                .isBetween(
                        DEMO.today().windows().size() - 40,
                        DEMO.today().windows().size());
    }

    private static int number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getInt(1);
        }
    }
}
