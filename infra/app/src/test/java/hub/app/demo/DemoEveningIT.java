package hub.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hub.app.config.Properties;
import hub.app.config.Settings;
import hub.projections.time.CentralDay;
import java.io.IOException;
import java.net.URI;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The simulated day is played to its end and stays as it is: it is sealed and reported, and every job finds it right. */
class DemoEveningIT {

    private static final Duration WITHIN = Duration.ofSeconds(90);
    private static final Duration LONG_NIGHT = Duration.ofHours(1);
    /** They need a server to talk to, and are not made without one. */
    private static final Set<String> WITH_A_SERVER =
            Set.of("send-reports", "connecteam-shifts", "connecteam-employees");

    private static CentralDay day;
    private static Demo demo;
    private static Ready ready;
    private static ApiClient api;
    private static String page;
    private static List<String> csv;

    @BeforeAll
    static void playTheDay() throws InterruptedException, IOException {
        Clock noon = TodayAt.ticking("12:01");
        day = CentralDay.of(noon.instant());
        demo = new Demo(new DemoOptions(0, 3_600, 1, 12, 3), Settings.of(Map.of()), noon, LONG_NIGHT);
        ready = demo.start(step -> {});
        api = new ApiClient(ready.url(), ready.key());
        await(() ->
                demo.report().map(URI::toString).orElse("").contains(day.date().toString()));
        page = Files.readString(Path.of(demo.report().orElseThrow()));
        csv = api.text("/api/reports/" + day.date() + ".csv").text().lines().toList();
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    @Test
    void theReportIsOfTheProvisionalSealAndHasEveryPart() {
        assertThat(page)
                .contains("<title>Daily report " + day.date() + " (provisional)</title>")
                .contains("Provisional · seal version 1")
                .contains("id=\"total-points\"", "id=\"total-items\"", "id=\"top\"", "id=\"departments\"")
                .contains("id=\"comparison\"", "id=\"chart-week\"", "id=\"chart-hours\"", "Heatmap", "id=\"cost\"")
                .contains("<svg");
        assertThat(csv).contains(day.date() + ",1,report,,state,provisional");
    }

    @Test
    void itsFiguresAreThoseThatSqlFindsUnderTheSeal() throws SQLException {
        String frozen = " FROM daily_scores WHERE is_finalized = 1 AND score_date = '" + day.date() + "'";
        String windows = " FROM activity_logs WHERE window_start >= '" + sqlTime(day.start()) + "' AND window_start < '"
                + sqlTime(day.end()) + "'";
        String items = one("SELECT SUM(items_processed)" + frozen);

        assertThat(items).isEqualTo(one("SELECT SUM(items_count)" + windows)).isNotEqualTo("0");
        assertThat(csv)
                .contains(day.date() + ",1,total,,items," + items)
                .contains(day.date() + ",1,total,,points," + one("SELECT SUM(points_earned)" + frozen))
                .contains(day.date() + ",1,top,1,points," + one("SELECT MAX(points_earned)" + frozen))
                .contains(day.date() + ",1,total,,finished,"
                        + one("SELECT SUM(items_count)" + windows
                                + " AND source = 'podfactory' AND activity_type = 'QC Passed'"));
        assertThat(page).contains(String.format("%,d", Long.parseLong(items)));
        assertThat(one("SELECT CONCAT(version, ' ', kind, ' ', row_count) FROM hub_seals WHERE score_date = '"
                        + day.date() + "'"))
                .isEqualTo("1 provisional " + one("SELECT COUNT(*)" + frozen));
    }

    @Test
    void everyJobIsOnAndFindsTheDayAsItShould() throws InterruptedException {
        Set<String> jobs = Properties.JOB_MODES.stream()
                .map(mode -> mode.name().substring("hub.jobs.".length()))
                .filter(name -> !WITH_A_SERVER.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> modes = new TreeMap<>();
        for (JsonNode job : api.get("/api/ops/jobs").body().path("jobs")) {
            modes.put(job.path("name").asString(""), job.path("mode").asString(""));
        }
        assertThat(modes.keySet()).isEqualTo(jobs);
        assertThat(modes.values()).containsOnly("on");

        for (String job : List.of(
                "realtime-scores", "process-activities", "check-idle", "cache-warmup", "parity-audit", "retention")) {
            ask(job, day.date());
        }
        ask("restate-days", day.date().minusDays(1)); // of days that are over
        assertThat(outcome("realtime-scores")).contains("succeeded", "0 scores of " + day.date() + " new or changed");
        assertThat(outcome("process-activities")).contains("succeeded", "0 scores were lacking");
        assertThat(outcome("check-idle")).contains("succeeded", "0 idle: 0 alerts raised, 0 closed");
        assertThat(outcome("cache-warmup"))
                .contains("succeeded", "are what MySQL says", "answers are ready in each of 1");
        assertThat(outcome("parity-audit")).contains("succeeded", "are what MySQL says");
        assertThat(outcome("retention")).contains("succeeded", "every day is held");
        assertThat(outcome("restate-days")).contains("succeeded", "1 days looked at, nothing to change");
    }

    private static void ask(String job, LocalDate date) throws InterruptedException {
        assertThat(api.post("/api/ops/jobs/" + job + "/runs?date=" + date + "&idempotency_key=evening")
                        .ok())
                .as(job)
                .isTrue();
    }

    /** Of the run that was asked for. */
    private static String outcome(String name) throws InterruptedException {
        StringBuilder found = new StringBuilder();
        await(() -> {
            for (JsonNode job : api.get("/api/ops/jobs").body().path("jobs")) {
                for (JsonNode run : job.path("runs")) {
                    if (job.path("name").asString("").equals(name)
                            && run.path("cause").asString("").equals("manual")
                            && !run.path("outcome").asString("").equals("running")) {
                        found.append(run);
                        return true;
                    }
                }
            }
            return false;
        });
        return found.toString();
    }

    private static String sqlTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString().replace('T', ' ');
    }

    private static String one(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:mariadb://" + ready.mysql() + "/productivity",
                        ready.writer().user(),
                        ready.writer().password());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return String.valueOf(row.getString(1));
        }
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("within " + WITHIN).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
