package hub.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.oracle.Asked;
import hub.testkit.oracle.Department;
import hub.testkit.oracle.Hour;
import hub.testkit.oracle.Oracle;
import hub.testkit.oracle.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares answers that contain everything committed with what the oracle says about it, at the instant that each answer
 * prints. The writers must be quiet.
 */
public final class Parity {

    private final CaughtUp service;
    private final Oracle oracle;
    private final ScoreMode mode;

    public Parity(CaughtUp service, Oracle oracle, ScoreMode mode) {
        this.service = service;
        this.oracle = oracle;
        this.mode = mode;
    }

    private static final List<Verdict> TODAY = List.of(
            Verdict.of("/api/dashboard/analytics/team-metrics", "", "team-metrics"),
            Verdict.of("/api/dashboard/analytics/streak-leaders", "", "streak-leaders"),
            Verdict.of("/api/dashboard/departments/battle", "", "battle"),
            Verdict.of("/api/dashboard/gamification/achievements", "/achievements", "achievements"),
            Verdict.of("/api/dashboard/alerts/active", "", "alerts"),
            Verdict.of("/api/dashboard/clock-times/today", "", "clock-times"),
            Verdict.of("/api/dashboard/activities/recent?limit=200", "", "recent"),
            Verdict.of("/api/dashboard/bottleneck/current", "/stations", "stations"),
            Verdict.of("/api/dashboard/employees", "/employees", "employees"),
            Verdict.of("/api/dashboard/employees/payrates", "", "payrates"));

    private static final String TICKER = "/api/dashboard/analytics/achievement-ticker";
    private static final int CHEERS = 3;
    private static final int PEOPLE = 3;

    /** What is judged of single employees, by statements that judge everybody. */
    private static final Map<String, String> OF_ONE = Map.of(
            "/api/dashboard/employees/{id}/stats", "person-days",
            "/api/employee/{id}/stats", "portal");

    /** Asks for everything that is about today, whatever day that is; fails with the differences. */
    public void assertTodayHolds() {
        for (Verdict verdict : TODAY) {
            Reply reply = service.get(verdict.path());
            LocalDate today = oracle.today(reply.evaluatedAt());
            assertNone(verdict.judge(reply, oracle, new Asked(today, today, reply.evaluatedAt(), mode)), reply);
        }
        assertMoversHold();
        assertTickerHolds();
        OF_ONE.forEach(this::assertPeopleHold);
    }

    private void assertMoversHold() {
        Verdict verdict = Verdict.of("/api/dashboard/leaderboard/live", "", "movers");
        Reply reply = service.get(verdict.path());
        LocalDate today = oracle.today(reply.evaluatedAt());
        assertNone(
                verdict.judge(reply, oracle, new Asked(today.minusDays(1), today, reply.evaluatedAt(), mode)), reply);
    }

    private void assertTickerHolds() {
        Reply reply = service.get(TICKER);
        LocalDate today = oracle.today(reply.evaluatedAt());
        List<Map<String, @Nullable Object>> lines =
                oracle.table("ticker", new Asked(today, today, reply.evaluatedAt(), mode));
        if (lines.isEmpty()) {
            assertThat(reply.json()).as("cheers while there is nothing").hasSize(CHEERS);
            return;
        }
        Differences differences = new Differences("ticker");
        Verdict.compare(differences, "line", lines, reply.json());
        assertNone(differences, reply);
    }

    /** Of those employees whom SQL lists at all: the answers are about the instant that each prints. */
    private void assertPeopleHold(String path, String statement) {
        Instant before = service.get(TODAY.getFirst().path()).evaluatedAt();
        LocalDate day = oracle.today(before);
        oracle.table(statement, new Asked(day, day, before, mode)).stream()
                .map(row -> String.valueOf(row.get("id")))
                .limit(PEOPLE)
                .forEach(id -> {
                    Reply reply = service.get(path.replace("{id}", id));
                    LocalDate today = oracle.today(reply.evaluatedAt());
                    Differences differences = new Differences(path + " of " + id);
                    Verdict.compare(
                            differences,
                            statement,
                            oracle.table(statement, new Asked(today, today, reply.evaluatedAt(), mode)).stream()
                                    .filter(row -> id.equals(String.valueOf(row.get("id"))))
                                    .map(Parity::withoutId)
                                    .toList(),
                            reply.json());
                    assertNone(differences, reply);
                });
    }

    private static Map<String, @Nullable Object> withoutId(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>(row);
        others.remove("id");
        return others;
    }

    /** Asks for the ranges from {@code first} to {@code last}; fails with the differences. */
    public void assertRangeHolds(LocalDate first, LocalDate last) {
        String range = "?start_date=" + first + "&end_date=" + last;
        for (Verdict verdict : List.of(
                Verdict.of(
                        "/api/dashboard/analytics/date-range" + range,
                        "/leaderboard",
                        "date-range-people",
                        "/department_summary",
                        "date-range-departments",
                        "/summary",
                        "date-range-summary"),
                Verdict.of(
                        "/api/dashboard/cost-analysis" + range,
                        "",
                        "cost-totals",
                        "/employee_costs",
                        "cost-people",
                        "/department_costs",
                        "cost-departments",
                        "/top_performers",
                        "cost-top"))) {
            Reply reply = service.get(verdict.path());
            assertNone(verdict.judge(reply, oracle, new Asked(first, last, reply.evaluatedAt(), mode)), reply);
        }
    }

    /** Asks for the three views of {@code day}; fails with the differences. */
    public void assertHolds(LocalDate day) {
        Reply leaderboard = service.leaderboard(day);
        assertNone(leaderboard(day, leaderboard), leaderboard);
        Reply departments = service.departments(day);
        assertNone(departments(day, departments), departments);
        Reply heatmap = service.heatmap(day);
        assertNone(heatmap(day, heatmap), heatmap);
    }

    private static void assertNone(Differences differences, Reply reply) {
        assertThat(differences.found()).as("differences in %s", reply.body()).isEmpty();
    }

    private Differences leaderboard(LocalDate day, Reply reply) {
        Differences differences = new Differences("leaderboard " + mode + " of " + day);
        List<Standing> expected = oracle.leaderboard(day, reply.evaluatedAt(), mode);
        JsonNode rows = reply.json();
        compareOrder(differences, expected.stream().map(Standing::id).toList(), rows, "id");
        for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
            compare(differences, i + 1, expected.get(i), rows.get(i));
        }
        return differences;
    }

    private void compare(Differences differences, int rank, Standing expected, JsonNode row) {
        String who = "employee " + expected.id();
        differences.text(who, "name", expected.name(), row);
        differences.number(who, "rank", rank, row);
        differences.number(who, "items_today", expected.items(), row);
        differences.number(who, "score", expected.score(), row);
        differences.number(who, "active_minutes", expected.activeMinutes(), row);
        differences.number(who, "streak", expected.streak(), row);
        differences.number(who, "items_per_minute", expected.itemsPerMinute(), row);
        differences.number(who, "items_per_hour", expected.itemsPerHour(), row);
        differences.number(who, "progress", expected.progress(), row);
        differences.text(who, "primary_department", expected.primaryDepartment(), row);
        Map<String, Long> breakdown = row.path("activity_breakdown").isNull()
                ? Map.of()
                : Breakdown.parse(row.path("activity_breakdown").asString());
        if (!breakdown.equals(expected.breakdown())) {
            differences.add(who, "activity_breakdown", expected.breakdown(), breakdown);
        }
        switch (mode) {
            case LIVE -> {
                differences.number(who, "total_minutes", expected.totalMinutes(), row);
                differences.number(who, "is_clocked_in", expected.clockedIn(), row);
            }
            case STORED -> {
                zeroOrNull(differences, who, "total_minutes", expected.totalMinutes(), row);
                zeroOrNull(differences, who, "is_clocked_in", expected.clockedIn(), row);
            }
        }
    }

    /** The plan's statement says 0 where there is nothing; the legacy field is null then. */
    private static void zeroOrNull(
            Differences differences, String who, String field, @Nullable Number expected, JsonNode row) {
        if (!row.path(field).isNull() || expected != null && expected.doubleValue() != 0) {
            differences.number(who, field, expected, row);
        }
    }

    private Differences departments(LocalDate day, Reply reply) {
        Differences differences = new Differences("departments " + mode + " of " + day);
        List<Department> expected = oracle.departments(day, reply.evaluatedAt(), mode);
        JsonNode rows = reply.json();
        compareOrder(
                differences,
                expected.stream().map(Department::name).map(String::valueOf).toList(),
                rows,
                "department_name");
        for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
            compare(differences, expected.get(i), rows.get(i));
        }
        return differences;
    }

    private static void compare(Differences differences, Department expected, JsonNode row) {
        String which = "department " + expected.name();
        differences.text(which, "name", expected.name(), row);
        differences.number(which, "employee_count", expected.people(), row);
        differences.number(which, "clocked_employees", expected.clocked(), row);
        differences.number(which, "total_items", expected.items(), row);
        differences.number(which, "total_hours", expected.totalHours(), row);
        differences.number(which, "efficiency", expected.efficiency(), row);
        differences.number(which, "vs_target", expected.vsTarget(), row);
        differences.number(which, "target_rate", expected.targetRate(), row);
        differences.number(which, "avg_rate", expected.avgRate(), row);
        differences.number(which, "avg_items_per_minute", expected.avgRate(), row);
    }

    private Differences heatmap(LocalDate day, Reply reply) {
        Differences differences = new Differences("heatmap of " + day);
        List<Hour> expected = oracle.heatmap(day);
        JsonNode rows = reply.json();
        compareOrder(
                differences,
                expected.stream().map(hour -> hour.hourOfDay() + ":00").toList(),
                rows,
                "hour");
        for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
            Hour hour = expected.get(i);
            String which = "hour " + hour.hourOfDay();
            differences.number(which, "employees", hour.people(), rows.get(i));
            differences.number(which, "items", hour.items(), rows.get(i));
            differences.number(which, "points", hour.points(), rows.get(i));
            differences.number(which, "intensity", hour.intensity(), rows.get(i));
        }
        return differences;
    }

    private static void compareOrder(Differences differences, List<?> expected, JsonNode rows, String field) {
        List<String> actual =
                rows.valueStream().map(row -> row.path(field).asString("null")).toList();
        List<String> wanted = expected.stream().map(String::valueOf).toList();
        if (!wanted.equals(actual)) {
            differences.add("all rows", field, wanted, actual);
        }
    }
}
