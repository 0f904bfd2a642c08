package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The planned indexes exist, serve the statements they are for, and their absence is told. */
abstract class IndexesContract {

    abstract TestServer server();

    @Test
    void aMigratedSchemaLacksNone() throws SQLException {
        assertThat(MissingIndexes.advice(server().migratedSchema())).isEmpty();
    }

    @Test
    void whatIsMissingIsAdvisedAsStatementsThatTheServerTakes() throws SQLException {
        MysqlSettings schema = server().migratedSchema();
        TestServer.execute(
                schema,
                "DROP INDEX idx_daily_scores_date_points ON daily_scores",
                "DROP INDEX unique_clock_in ON clock_times",
                "DROP INDEX unique_employee ON employee_payrates",
                "DROP TABLE activity_logs",
                // Neither begins with the wanted columns.
                "CREATE INDEX reversed ON daily_scores (points_earned, score_date)",
                "CREATE INDEX shorter ON clock_times (employee_id)");

        assertThat(MissingIndexes.advice(schema))
                .containsExactly(
                        "CREATE INDEX idx_daily_scores_date_points ON daily_scores (score_date, points_earned)",
                        "CREATE INDEX idx_clock_times_employee_date ON clock_times (employee_id, clock_in)",
                        "CREATE INDEX idx_employee_payrates_employee ON employee_payrates (employee_id)");

        MissingIndexes.advice(schema).forEach(statement -> TestServer.execute(schema, statement));
        assertThat(MissingIndexes.advice(schema)).isEmpty();
    }

    @Test
    void anIndexThatGoesOnBehindTheWantedColumnsCounts() throws SQLException {
        MysqlSettings schema = server().migratedSchema();
        TestServer.execute(
                schema,
                "DROP INDEX idx_clock_times_clock_in_employee ON clock_times",
                "CREATE INDEX longer ON clock_times (clock_in, employee_id, clock_out)");

        assertThat(MissingIndexes.advice(schema)).isEmpty();
    }

    @Test
    void anIndexOfAPrefixOfTheTextDoesNotCount() throws SQLException {
        MysqlSettings schema = server().migratedSchema();
        TestServer.execute(
                schema,
                "DROP INDEX idx_activity_logs_type_date ON activity_logs",
                "CREATE INDEX shortened ON activity_logs (activity_type(3), window_start, items_count)");

        assertThat(MissingIndexes.advice(schema)).hasSize(1).first().asString().contains("idx_activity_logs_type_date");
    }

    /** The plan's index on DATE(clock_in) is refused or invalid; a half-open range needs no expression. */
    @Test
    void oneEmployeesDayIsFoundByIndexRange() {
        MysqlSettings schema = withThirtyDays();

        assertThat(explain(
                        schema,
                        "SELECT clock_in, clock_out FROM clock_times WHERE employee_id = 7"
                                + " AND clock_in >= '2026-01-15 06:00:00' AND clock_in < '2026-01-16 06:00:00'"))
                .containsEntry("key", "unique_clock_in")
                .containsEntry("type", "range");
    }

    @Test
    void theRangesOfTheLastRungAreFoundByIndex() {
        MysqlSettings schema = withThirtyDays();

        assertThat(explain(
                        schema,
                        "SELECT id, clock_out FROM clock_times"
                                + " WHERE clock_in >= '2026-01-15 06:00:00' AND clock_in < '2026-01-16 06:00:00'"))
                .containsEntry("key", "idx_clock_times_clock_in_employee")
                .containsEntry("type", "range");
        assertThat(
                        explain(
                                schema,
                                "SELECT id, items_count FROM activity_logs"
                                        + " WHERE window_start >= '2026-01-15 06:00:00' AND window_start < '2026-01-16 06:00:00'"))
                .containsEntry("key", "idx_activity_logs_window_employee")
                .containsEntry("type", "range");
        assertThat(explain(
                        schema,
                        "SELECT id, points_earned FROM daily_scores"
                                + " WHERE score_date >= '2026-01-15' AND score_date < '2026-01-16'"))
                .containsEntry("key", "idx_daily_scores_date_points")
                .containsEntry("type", "range");
    }

    private MysqlSettings withThirtyDays() {
        MysqlSettings schema = server().migratedSchema();
        String employeeDays = " FROM (WITH RECURSIVE n AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 899)"
                + " SELECT i DIV 30 + 1 AS employee, i MOD 30 AS day FROM n) AS employee_days";
        TestServer.execute(
                schema,
                "INSERT INTO clock_times (employee_id, clock_in, clock_out)"
                        + " SELECT employee, '2026-01-01 14:00:00' + INTERVAL day DAY,"
                        + " '2026-01-01 22:00:00' + INTERVAL day DAY" + employeeDays,
                "INSERT INTO activity_logs (employee_id, activity_type, items_count, window_start)"
                        + " SELECT employee, 'Picking', 10, '2026-01-01 15:00:00' + INTERVAL day DAY" + employeeDays,
                "INSERT INTO daily_scores (employee_id, score_date, points_earned)"
                        + " SELECT employee, '2026-01-01' + INTERVAL day DAY, 10" + employeeDays,
                "ANALYZE TABLE clock_times, activity_logs, daily_scores");
        return schema;
    }

    private static Map<String, @Nullable Object> explain(MysqlSettings schema, String select) {
        // MySQL 9 explains as a tree unless asked for the table that MariaDB gives.
        boolean mariaDb = String.valueOf(TestServer.query(schema, "SELECT VERSION() AS v")
                        .getFirst()
                        .get("v"))
                .contains("MariaDB");
        return TestServer.query(schema, (mariaDb ? "EXPLAIN " : "EXPLAIN FORMAT=TRADITIONAL ") + select)
                .getFirst();
    }
}
