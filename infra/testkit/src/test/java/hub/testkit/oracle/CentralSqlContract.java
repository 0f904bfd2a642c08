package hub.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.servers.Servers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three definitions of Central time, written apart from each other, agree: the oracle's, the server's and Java's. */
abstract class CentralSqlContract {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final String HOURS = "WITH RECURSIVE hours AS (SELECT TIMESTAMP '2025-01-01 00:59:59' AS t"
            + " UNION ALL SELECT t + INTERVAL 1 HOUR FROM hours WHERE t < '2028-01-01') ";
    private static final String DAYS = "WITH RECURSIVE days AS (SELECT DATE '2025-01-01' AS d"
            + " UNION ALL SELECT d + INTERVAL 1 DAY FROM days WHERE d < '2028-01-01') ";

    abstract Servers servers();

    @Test
    void everyHourOfThreeYearsShowsTheSameWallClock() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int hours = query(HOURS + CentralSql.expand("SELECT t, CENTRAL_TIME(t) FROM hours"), row -> {
            LocalDateTime utc = row.getObject(1, LocalDateTime.class);
            LocalDateTime central = row.getObject(2, LocalDateTime.class);
            LocalDateTime expected =
                    utc.atZone(ZoneOffset.UTC).withZoneSameInstant(CHICAGO).toLocalDateTime();
            if (!central.equals(expected)) {
                wrong.add(utc + " UTC shows " + central + " and not " + expected);
            }
        });
        assertThat(hours).isGreaterThan(3 * 365 * 24);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyDayOfThreeYearsStartsAtTheSameInstant() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int days = query(DAYS + CentralSql.expand("SELECT d, DAY_START(d) FROM days"), row -> {
            LocalDate day = row.getObject(1, LocalDate.class);
            LocalDateTime start = row.getObject(2, LocalDateTime.class);
            if (!start.toInstant(ZoneOffset.UTC)
                    .equals(day.atStartOfDay(CHICAGO).toInstant())) {
                wrong.add(day + " does not start at " + start + " UTC");
            }
        });
        assertThat(days).isGreaterThan(3 * 365);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theServersZoneTablesAgreeWhereTheyAreLoaded() throws SQLException {
        List<String> wrong = new ArrayList<>();
        query(
                HOURS
                        + CentralSql.expand("SELECT t, CENTRAL_TIME(t), CONVERT_TZ(t, '+00:00', 'America/Chicago')"
                                + " FROM hours"),
                row -> {
                    String servers = row.getString(3);
                    if (servers != null && !servers.equals(row.getString(2))) {
                        wrong.add(row.getString(1) + " UTC: " + row.getString(2) + " but the server says " + servers);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private int query(String sql, RowCheck check) throws SQLException {
        int rows = 0;
        try (Connection connection = servers().source().connect("");
                Statement statement = connection.createStatement()) {
            allowDeepRecursion(statement);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    check.check(row);
                    rows++;
                }
            }
        }
        return rows;
    }

    private void allowDeepRecursion(Statement statement) throws SQLException {
        String variable = switch (servers().source().flavor()) {
            case MYSQL -> "cte_max_recursion_depth";
            case MARIADB -> "max_recursive_iterations";
        };
        statement.execute("SET SESSION " + variable + " = 100000");
    }

    private interface RowCheck {
        void check(ResultSet row) throws SQLException;
    }
}
