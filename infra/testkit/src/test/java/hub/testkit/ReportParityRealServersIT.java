package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.oracle.Asked;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Activity;
import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The daily report, by its own schedule over the whole service, says what SQL says at the seal: in the evening and at the close. */
@RequiresRealServers
class ReportParityRealServersIT extends HubContract {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");
    private static final int PEOPLE = 9;
    private static final List<Activity> WORK = List.of(
            Activity.inProduction(1),
            Activity.qcPassed(1),
            Activity.picking(1),
            Activity.labeling(1),
            Activity.filmMatching(1));

    private final Random random = new Random(Seeds.next("report parity"));

    ReportParityRealServersIT() {
        super("report", ScoreMode.LIVE, Instant.parse("2026-01-15T23:50:00Z"));
    }

    @Override
    Servers servers() {
        return Servers.real();
    }

    @Override
    void prepare() {
        db.roles();
        for (int id = 1; id <= PEOPLE; id++) {
            db.employee(id, "Employee " + id);
            db.execute(
                    "INSERT INTO employee_payrates (employee_id, pay_rate, pay_type) VALUES (?, ?, 'hourly')",
                    id,
                    (14 + id) + ".50");
        }
        db.execute("UPDATE employees SET is_active = 0 WHERE id = ?", PEOPLE);
        for (int back = 8; back >= 0; back--) {
            LocalDate date = DAY.minusDays(back);
            for (int id = 1; id <= PEOPLE; id++) {
                db.shift(id, date + "T13:0" + id % 10 + ":00Z", random.nextInt(4) == 0 ? null : date + "T22:15:00Z");
                for (int window = 0; window < 6; window++) {
                    work(id, Instant.parse(date + "T14:00:00Z").plusSeconds(random.nextInt(8 * 3600)));
                }
            }
        }
    }

    private void work(int employee, Instant start) {
        Activity kind = WORK.get(random.nextInt(WORK.size()));
        db.activity(new Activity(
                employee,
                kind.role(),
                kind.type(),
                (long) random.nextInt(1, 80),
                start,
                start.plusSeconds(599),
                kind.department(),
                random.nextInt(8) == 0 ? "manual" : kind.source()));
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.jobs.finalize-daily", "on",
                "hub.jobs.close-day", "on",
                "hub.jobs.daily-report", "on",
                "hub.jobs.closing-report", "on");
    }

    @Test
    void saysWhatSqlSaysAtTheSeal() {
        service.leaderboard(DAY);
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                reply -> assertThat(reply.body()).contains("2026-01-16T00:30:00Z"));

        clock.set(Instant.parse("2026-01-16T00:05:01Z"));
        awaitSeal(1);
        clock.set(Instant.parse("2026-01-16T00:30:01Z"));
        agrees(1, "provisional");

        for (int id = 1; id <= PEOPLE; id++) {
            work(id, Instant.parse("2026-01-16T02:00:00Z"));
        }
        clock.set(Instant.parse("2026-01-16T06:10:01Z"));
        awaitSeal(2);
        clock.set(Instant.parse("2026-01-16T06:30:01Z"));
        agrees(2, "closing");
    }

    private void awaitSeal(int version) {
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                reply -> assertThat(db.rows(
                                "SELECT version FROM hub_seals WHERE score_date = ? ORDER BY version DESC LIMIT 1",
                                day()))
                        .containsExactly(Integer.toString(version)));
    }

    private void agrees(int version, String state) {
        String path = "/api/reports/" + DAY + ".csv?version=" + version;
        List<String> csv = dashboard
                .awaitThat(
                        () -> dashboard.get(path),
                        reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(200))
                .body()
                .lines()
                .toList();
        Expected is = new Expected(csv, DAY + "," + version + ",");
        Instant at = Instant.parse(db.rows(
                        "SELECT DATE_FORMAT(evaluated_at, '%Y-%m-%dT%H:%i:%sZ') FROM hub_seals WHERE score_date = ?"
                                + " AND version = ?",
                        day(), version)
                .getFirst());
        is.line("report,,state", state);

        String frozen = " FROM daily_scores WHERE is_finalized = 1 AND score_date = '" + DAY + "'";
        is.line("total,,items", one("SELECT SUM(items_processed)" + frozen));
        is.line("total,,points", one("SELECT SUM(points_earned)" + frozen));
        List<String> top = db.rows("SELECT points_earned, items_processed, name FROM daily_scores s"
                + " JOIN employees e ON e.id = s.employee_id WHERE is_active = 1 AND is_finalized = 1 AND score_date = '"
                + DAY + "' ORDER BY points_earned DESC, items_processed DESC, employee_id LIMIT 5");
        assertThat(top).hasSize(5);
        for (int i = 0; i < top.size(); i++) {
            String[] line = top.get(i).split(" ", 3);
            is.line("top," + (i + 1) + ",points", line[0]);
            is.line("top," + (i + 1) + ",items", line[1]);
            is.line("top," + (i + 1) + ",name", line[2]);
        }

        Oracle oracle = new Oracle(db.connection());
        oracle.departments(DAY, at, ScoreMode.LIVE).forEach(department -> {
            is.line("department," + department.name() + ",items", department.items());
            is.line("department," + department.name() + ",efficiency", department.efficiency());
        });
        oracle.heatmap(DAY, at)
                .forEach(hour -> is.line("hour," + DAY + " " + hour.hourOfDay() + ":00,items", hour.items()));
        String bounds = " BETWEEN '" + DAY + " 06:00:00' AND '" + DAY.plusDays(1) + " 05:59:59'";
        is.line(
                "total,,finished",
                one(
                        "SELECT SUM(items_count) FROM activity_logs WHERE source = 'podfactory' AND activity_type = 'QC Passed'"
                                + " AND window_start" + bounds));
        is.line(
                "total,,hours",
                one("SELECT ROUND(SUM(TIMESTAMPDIFF(MINUTE, clock_in, COALESCE(clock_out,"
                        + " LEAST(clock_in + INTERVAL 16 HOUR, '"
                        + at.toString().replace("Z", "").replace("T", " ")
                        + "')))) / 60, 1) FROM clock_times WHERE clock_in" + bounds));
        Map<String, @Nullable Object> cost = oracle.table("cost-totals", new Asked(DAY, DAY, at, ScoreMode.LIVE))
                .getFirst();
        is.line("cost,,total", cost.get("total_labor_cost"));
    }

    /** Lines that must be in the CSV. */
    private record Expected(List<String> csv, String before) {

        private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

        void line(String key, @Nullable Object value) {
            String start = before + key + ",";
            assertThat(csv.stream()
                            .filter(line -> line.startsWith(start))
                            .map(line -> plain(line.substring(start.length()))))
                    .as(key)
                    .containsExactly(plain(String.valueOf(value)));
        }

        private static String plain(String value) {
            return NUMBER.matcher(value).matches()
                    ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                    : value;
        }
    }

    private String one(String query) {
        return db.rows(query).getFirst();
    }

    private static String day() {
        return DAY.toString();
    }
}
