package hub.scheduler.retention;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.Stock;
import hub.scheduler.TestServers;
import hub.scheduler.run.Effects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger forgets, while all jobs use it, on every server. */
abstract class OldAttemptsContract {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:01Z");

    private Stock stock =
            new Stock(new hub.mysql.MysqlSettings("unset", 1, "unset", "unset", "", hub.mysql.SslMode.PREFERRED));

    abstract TestServers servers();

    @BeforeEach
    void fill() {
        stock = Stock.with(servers().freshWarehouse(), 0);
        Effects.succeeded(stock, "first-on", NOW.minus(Duration.ofDays(500)));
        stock.run("UPDATE hub_job_runs SET outcome = 'begun'");
        Effects.succeeded(stock, "old", NOW.minus(Duration.ofDays(401)));
        Effects.succeeded(stock, "young", NOW.minus(Duration.ofDays(399)));
    }

    @Test
    void attemptsOlderThan400DaysAreForgottenButNotSinceWhenAJobIsOn() throws SQLException {
        try (Connection connection = transaction()) {
            assertThat(OldAttempts.forget(connection, NOW)).isEqualTo(1);
            assertThat(OldAttempts.forget(connection, NOW)).isZero();
            connection.commit();
        }
        assertThat(stock.rows("SELECT job FROM hub_job_runs ORDER BY job")).containsExactly("first-on", "young");
    }

    /** A job that ends, and one that begins: each has locked its row. */
    @Test
    void nobodyIsWaitedForAndNobodyWaits() throws SQLException {
        try (Connection other = transaction();
                Connection connection = transaction();
                Statement locking = other.createStatement()) {
            locking.executeQuery("SELECT * FROM hub_job_runs WHERE id = " + id("young") + " FOR UPDATE");
            locking.executeQuery("SELECT * FROM hub_job_runs WHERE id = " + id("first-on") + " FOR UPDATE");

            assertThat(OldAttempts.forget(connection, NOW)).isEqualTo(1);

            locking.executeUpdate(
                    "INSERT INTO hub_job_runs (job, run_key, due_at, score_date, cause, attempt, instance,"
                            + " started_at, outcome) VALUES ('new', 'k', '2026-01-15 09:30:00', '2026-01-15', 'schedule', 1,"
                            + " 'test', '2026-01-15 09:30:00', 'running')");
            locking.executeUpdate("UPDATE hub_job_runs SET outcome = 'failed' WHERE id = " + id("young"));
        }
    }

    private String id(String job) {
        return stock.rows("SELECT id FROM hub_job_runs WHERE job = ?", job).getFirst();
    }

    @Test
    void aLongLedgerIsNotReadWhole() throws SQLException {
        stock.run("INSERT INTO hub_job_runs (job, run_key, due_at, score_date, cause, attempt, instance, started_at,"
                + " outcome) WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                + " SELECT 'often', CONCAT(n.i, ' ', m.i), '2026-01-15' - INTERVAL n.i HOUR, '2026-01-15', 'schedule', 1,"
                + " 'test', '2026-01-15', 'succeeded' FROM n CROSS JOIN n AS m");
        try (Connection connection = transaction()) {
            long before = rowsRead(connection);
            OldAttempts.forget(connection, NOW);
            assertThat(rowsRead(connection) - before).as("of 40,000").isLessThan(10_000);
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = stock.connect();
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET SESSION innodb_lock_wait_timeout = 1");
        }
        return connection;
    }

    private static long rowsRead(Connection connection) throws SQLException {
        long read = 0;
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (row.next()) {
                read += row.getLong(2);
            }
        }
        return read;
    }
}
