package hub.scheduler.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlPools;
import hub.mysql.SourceRows;
import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.PartitionId;
import hub.scheduler.Stock;
import hub.scheduler.TestServers;
import hub.scheduler.run.JobsDatabase;
import io.r2dbc.pool.ConnectionPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each figure is worked out by hand once, and is the same by SQL and by way of the cells. */
abstract class FiguresContract {

    /** By hand, from the rows below: a day begins at 06:00 UTC, and one row of the day before must not count. */
    private static final Map<PartitionId, BigDecimal> BY_HAND = Map.ofEntries(
            figure("leaderboard:2026-01-15", "15"),
            figure("departments:2026-01-15", "10"),
            figure("department-time:2026-01-15", "660"),
            figure("heatmap:2026-01-15", "10"),
            figure("station-rates:2026-01-15", "10"),
            figure("windows:2026-01-15T15", "10"),
            figure("shifts:2026-01-15", "2"),
            figure("clockouts:2026-01-15", "1"),
            figure("scores:2026-01-15", "12.50"),
            figure("employees:all", "3"),
            figure("roles:all", "5"),
            figure("mappings:all", "1"),
            figure("targets:all", "2"),
            figure("goals:all", "2"),
            figure("personal-achievements:all", "1"),
            figure("awards:all", "1"),
            figure("challenges:all", "1"),
            figure("participants:all", "2"),
            figure("flags:all", "1"),
            figure("payrates:all", "1"),
            figure("seals:2026-01-15", "1"),
            figure("dayrates:2026-01-15", "16.25"));

    abstract TestServers servers();

    @Test
    void sqlAndBoardsSayWhatIsCountedByHand() {
        assertThat(BY_HAND.keySet().stream().map(PartitionId::board))
                .as("every board")
                .containsExactlyInAnyOrderElementsOf(
                        Catalog.boards().stream().map(Board::name).toList())
                .containsExactlyInAnyOrderElementsOf(FigureList.BY_BOARD.keySet());
        Stock stock = Stock.with(servers().freshWarehouse(), 3);
        fill(stock);

        assertSame(new Figures(new JobsDatabase(stock.schema())).figures(BY_HAND.keySet()));
        ConnectionPool pool = MysqlPools.pool(stock.schema(), "test", 1);
        try {
            Source cells = Source.of(new MysqlBoards(new SourceRows(pool), Catalog.MODELS), Duration.ofSeconds(30));
            assertSame(cells.read(BY_HAND.keySet()).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            board -> Figures.held(board.getKey(), board.getValue())
                                    .orElseThrow())));
        } finally {
            pool.dispose();
        }
    }

    private static void assertSame(Map<PartitionId, BigDecimal> found) {
        Map<String, String> right = new TreeMap<>();
        Map<String, String> said = new TreeMap<>();
        BY_HAND.forEach((partition, figure) -> right.put(partition.text(), plain(figure)));
        found.forEach((partition, figure) -> said.put(partition.text(), plain(figure)));
        assertThat(said).isEqualTo(right);
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }

    private static Map.Entry<PartitionId, BigDecimal> figure(String partition, String value) {
        return Map.entry(PartitionId.parse(partition), new BigDecimal(value));
    }

    private static void fill(Stock stock) {
        stock.window(1, 2, 10, Instant.parse("2026-01-15T15:00:00Z"), Instant.parse("2026-01-15T15:10:00Z"));
        stock.window(1, 2, 5, Instant.parse("2026-01-16T05:59:00Z"), Instant.parse("2026-01-16T06:00:00Z"));
        stock.run("UPDATE activity_logs SET source = 'Podfactory' WHERE items_count = 5");
        stock.window(1, 2, 99, Instant.parse("2026-01-15T05:59:59Z"), null);
        stock.run("UPDATE activity_logs SET activity_type = CASE items_count WHEN 5 THEN '' ELSE 'QC Passed' END");
        stock.shift(1, Instant.parse("2026-01-15T14:00:00Z"), Instant.parse("2026-01-15T22:00:00Z"));
        stock.shift(2, Instant.parse("2026-01-15T14:00:00Z"), null);
        stock.shift(3, Instant.parse("2026-01-15T05:00:00Z"), Instant.parse("2026-01-15T05:59:00Z"));
        stock.run("INSERT INTO daily_scores (employee_id, score_date, points_earned) VALUES (1, '2026-01-15', 12.5),"
                + " (1, '2026-01-14', 7)");
        stock.run(
                "INSERT INTO employee_podfactory_mapping_v2 (employee_id, podfactory_email) VALUES (1, 'a@example.org')");
        stock.run(
                "INSERT INTO department_targets (department_name, target_rate_per_person) VALUES ('A', 1), ('B', NULL)");
        stock.run("INSERT INTO employee_goals (employee_id) VALUES (1), (2)");
        stock.run("INSERT INTO employee_achievements (employee_id, achievement_key) VALUES (1, 'streak_3')");
        stock.run("INSERT INTO achievements (employee_id, achievement_key, earned_date) VALUES (1, 'a', '2026-01-15')");
        stock.run("INSERT INTO team_challenges (challenge_name) VALUES ('A')");
        stock.run("INSERT INTO challenge_participants (challenge_id, employee_id) VALUES (1, 1), (1, 2)");
        stock.run("INSERT INTO activity_flags (activity_log_id, flag_type) VALUES (1, 'suspicious')");
        stock.run("INSERT INTO employee_payrates (employee_id, pay_rate) VALUES (1, 15)");
        stock.run(
                "INSERT INTO hub_seals (score_date, version, kind, position, evaluated_at, sealed_at, row_count, hash,"
                        + " changes) VALUES ('2026-01-15', 1, 'closing', '', '2026-01-16 06:10:00', '2026-01-16 06:10:00', 1,"
                        + " REPEAT('0', 64), '')");
        stock.run("INSERT INTO hub_day_rates (score_date, kind, subject_id, rate) VALUES"
                + " ('2026-01-15', 'role', 1, 1.25), ('2026-01-15', 'employee', 1, 15)");
    }
}
