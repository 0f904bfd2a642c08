package hub.testkit.hub;

import hub.projections.view.ScoreMode;
import hub.testkit.oracle.Asked;
import hub.testkit.oracle.Oracle;
import hub.testkit.oracle.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a leaderboard with SQL, every field of it. */
final class LeaderboardJudge {

    private LeaderboardJudge() {}

    static void compare(Differences differences, JsonNode rows, Oracle oracle, Asked asked) {
        List<Standing> expected = oracle.leaderboard(asked.to(), asked.now(), asked.mode());
        Judges.compareOrder(differences, expected.stream().map(Standing::id).toList(), rows, "id");
        for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
            compare(differences, i + 1, expected.get(i), rows.get(i), asked.mode());
        }
    }

    private static void compare(Differences differences, int rank, Standing expected, JsonNode row, ScoreMode mode) {
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
        differences.flag(who, "open_stale", expected.openStale(), row);
        differences.flag(who, "no_clock", expected.noClock(), row);
        differences.flag(who, "negative_shift", expected.negativeShift(), row);
        String breakdown = expected.breakdownText();
        differences.text(who, "activity_breakdown", breakdown, row);
        differences.text(who, "activity_display", breakdown == null ? "No activities" : breakdown, row);
        differences.text(who, "department", expected.department(), row);
        differences.text(who, "department_icon", expected.departmentIcon(), row);
        differences.text(who, "time_worked", expected.timeWorked(), row);
        differences.text(who, "clock_status", expected.atWork() ? "🟢" : "🔴", row);
        differences.text(who, "status_text", expected.atWork() ? "Active" : "Off", row);
        differences.text(who, "badge", expected.badge(), row);
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
}
