package hub.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hub.app.cli.HubCommand;
import hub.app.config.Settings;
import hub.projections.time.CentralDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole demo, as a newcomer runs it: what is written with SQL is in the answers. */
class HubDemoIT {

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(20);
    private static final int MANY = 1_000_000;

    private static Set<Long> processesBefore;
    private static final Clock clock = TodayAt.ticking("08:01");
    private static Demo demo;
    private static Ready ready;
    private static ApiClient api;

    @BeforeAll
    static void start() throws InterruptedException {
        processesBefore = children();
        demo = new Demo(new DemoOptions(0, 600, 1, 12, 5), Settings.of(Map.of()), clock);
        ready = demo.start(step -> {});
        api = new ApiClient(ready.url(), ready.key());
    }

    @AfterAll
    static void leavesNothingRunning() {
        demo.close();
        assertThat(children()).isSubsetOf(processesBefore);
        demo.close();
    }

    @Test
    void saysInOneLineWhereEverythingIs() {
        assertThat(ready.line())
                .matches("ready: http://127\\.0\\.0\\.1:\\d+ key=\\S+ mysql=127\\.0\\.0\\.1:\\d+ user=writer"
                        + " password=\\S+ redis=127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void hasTheReportOfTheLastWorkingDayAsAPageInAFile() throws IOException, InterruptedException {
        Path page = Path.of(demo.report().orElseThrow());
        String date = page.getFileName().toString().replace("daily-report-", "").replace(".html", "");

        assertThat(Files.readString(page)).contains("<title>Daily report " + date, "Top five", "Labor cost", "<svg");
        assertThat(api.get("/api/reports").body().get(0).get("date").asString()).isGreaterThanOrEqualTo(date);
        assertThat(api.text("/api/reports/" + date + ".csv").text()).startsWith("date,seal,section");
    }

    /** The same figures by SQL, on the frozen rows and on the day's rows, whose Central bounds are given as instants. */
    @Test
    void theReportSaysWhatSqlSaysAtTheSeal() throws SQLException, InterruptedException {
        String date = Path.of(demo.report().orElseThrow())
                .getFileName()
                .toString()
                .replace("daily-report-", "")
                .replace(".html", "");
        CentralDay day = new CentralDay(LocalDate.parse(date));
        String within = " >= '" + sqlTime(day.start()) + "' AND %s < '" + sqlTime(day.end()) + "'";
        List<String> csv =
                api.text("/api/reports/" + date + ".csv").text().lines().toList();

        String frozen = " FROM daily_scores WHERE is_finalized = 1 AND score_date = '" + date + "'";
        assertThat(csv).contains(date + ",1,total,,items," + one("SELECT SUM(items_processed)" + frozen));
        assertThat(csv).contains(date + ",1,total,,points," + one("SELECT SUM(points_earned)" + frozen));
        assertThat(csv)
                .contains(date + ",1,top,1,points,"
                        + one("SELECT points_earned" + frozen
                                + " ORDER BY points_earned DESC, items_processed DESC, employee_id LIMIT 1"));
        String windows =
                " FROM activity_logs WHERE source = 'podfactory' AND window_start" + within.formatted("window_start");
        assertThat(csv)
                .contains(date + ",1,total,,finished,"
                        + one("SELECT SUM(items_count)" + windows + " AND activity_type = 'QC Passed'"));
        assertThat(csv)
                .contains(date + ",1,department,Picking,items,"
                        + one("SELECT SUM(items_count)" + windows + " AND department = 'Picking'"));
        assertThat(csv)
                .contains(date + ",1,total,,hours,"
                        + one("SELECT ROUND(SUM(TIMESTAMPDIFF(MINUTE, clock_in, clock_out)) / 60, 1) FROM clock_times"
                                + " WHERE clock_in" + within.formatted("clock_in")));
    }

    private static String sqlTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString().replace('T', ' ');
    }

    private static String one(String query) throws SQLException {
        String url = "jdbc:mariadb://" + ready.mysql() + "/productivity";
        try (Connection connection = DriverManager.getConnection(
                        url, ready.writer().user(), ready.writer().password());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void showsAnInsertAMoveAndADeleteMadeWithAnotherClient() throws SQLException, InterruptedException {
        JsonNode board = api.get(ApiClient.LEADERBOARD).body();
        int one = board.get(0).get("id").asInt();
        int other = board.get(1).get("id").asInt();
        sql("INSERT INTO activity_logs (report_id, employee_id, role_id, activity_type, items_count, window_start,"
                + " window_end, department, source) VALUES ('test-1', " + one + ", 3, 'Picking', " + MANY
                + ", '" + sqlTime(clock.instant()) + "', '" + sqlTime(clock.instant()) + "', 'Picking', 'podfactory')");
        awaitBoard(rows -> items(rows, one) >= MANY);
        sql("UPDATE activity_logs SET employee_id = " + other + " WHERE report_id = 'test-1'");
        awaitBoard(rows -> items(rows, one) < MANY && items(rows, other) >= MANY);
        sql("DELETE FROM activity_logs WHERE report_id = 'test-1'");
        awaitBoard(rows -> items(rows, one) < MANY && items(rows, other) < MANY);
    }

    @Test
    void movesByItself() throws InterruptedException {
        JsonNode before = api.get(ApiClient.LEADERBOARD).body();
        awaitBoard(rows -> total(rows) != total(before));
    }

    @Test
    void rebuildsAndRollsBackWhileItServes() throws InterruptedException {
        long first = generation();
        assertThat(HubCommand.run("rebuild", "--redis", ready.redis())).isZero();
        long second = generation();
        assertThat(second).isGreaterThan(first);
        assertThat(HubCommand.run("rollback", "--redis", ready.redis())).isZero();
        await(() -> generation() == first);
        assertThat(api.get(ApiClient.LEADERBOARD).status()).isEqualTo(200);
    }

    @Test
    void refusesAWrongKey() throws InterruptedException {
        ApiClient.Answer answer = new ApiClient(ready.url(), "hub_demo_wrong").get(ApiClient.LEADERBOARD);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("error").asString("")).isEqualTo("Invalid API key");
    }

    private static long generation() throws InterruptedException {
        return api.get(ApiClient.PIPELINE).body().path("generation").asLong(0);
    }

    private static long items(JsonNode rows, int employee) {
        for (JsonNode row : rows) {
            if (row.path("id").asInt() == employee) {
                return row.path("items_today").asLong();
            }
        }
        return 0;
    }

    private static long total(JsonNode rows) {
        long total = 0;
        for (JsonNode row : rows) {
            total = total + row.path("items_today").asLong();
        }
        return total;
    }

    private static void awaitBoard(Predicate<JsonNode> condition) throws InterruptedException {
        await(() -> {
            ApiClient.Answer answer = api.get(ApiClient.LEADERBOARD);
            return answer.ok() && condition.test(answer.body());
        });
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + SEEN_WITHIN.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("seen within " + SEEN_WITHIN).isLessThan(deadline);
        }
    }

    private static void sql(String statement) throws SQLException {
        String url = "jdbc:mariadb://" + ready.mysql() + "/productivity";
        try (Connection connection = DriverManager.getConnection(
                        url, ready.writer().user(), ready.writer().password());
                Statement update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).isEqualTo(1);
        }
    }

    private static Set<Long> children() {
        List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
        return all.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
