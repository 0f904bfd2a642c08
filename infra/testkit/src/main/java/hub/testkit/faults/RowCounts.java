package hub.testkit.faults;

import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import hub.testkit.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows each board has taken, and how many MySQL counts. The conditions are written down here from what each board
 * is about, and nothing of the service is asked for them.
 */
public final class RowCounts {

    private static final String PODFACTORY = "activity_logs WHERE BINARY source = 'podfactory'";

    /** What each board has one row of. */
    static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("awards", "achievements"),
            Map.entry("challenges", "team_challenges"),
            Map.entry("clockouts", "clock_times WHERE clock_out IS NOT NULL"),
            Map.entry("dayrates", "hub_day_rates"),
            Map.entry("department-time", "activity_logs"),
            Map.entry("departments", PODFACTORY),
            Map.entry("employees", "employees"),
            Map.entry("flags", "activity_flags"),
            Map.entry("goals", "employee_goals"),
            Map.entry("heatmap", PODFACTORY),
            Map.entry("leaderboard", "activity_logs"),
            Map.entry("mappings", "employee_podfactory_mapping_v2"),
            Map.entry("participants", "challenge_participants"),
            Map.entry("payrates", "employee_payrates"),
            Map.entry("personal-achievements", "employee_achievements"),
            Map.entry("roles", "role_configs"),
            Map.entry("scores", "daily_scores"),
            Map.entry("seals", "hub_seals"),
            Map.entry("shifts", "clock_times"),
            Map.entry(
                    "station-rates",
                    "activity_logs WHERE items_count > 0 AND window_end IS NOT NULL AND CHAR_LENGTH(activity_type) > 0"),
            Map.entry("targets", "department_targets"),
            Map.entry("windows", "activity_logs"));

    private RowCounts() {}

    /** The boards whose count is not MySQL's, each with both; of a source at rest. A table that is not there has no rows. */
    public static List<String> differing(Scenario source, ReadModelStore store, Generation generation) {
        Map<String, Long> stored = new TreeMap<>();
        for (Board<?> board : Catalog.boards()) {
            stored.put(board.name(), 0L);
        }
        for (PartitionId id : store.partitions(generation)) {
            stored.computeIfPresent(id.board(), (board, rows) -> rows + rows(id, store.fields(generation, id)));
        }
        List<String> differing = new ArrayList<>();
        stored.forEach((board, rows) -> {
            long counted = counted(source, ROWS.getOrDefault(board, ""));
            if (rows != counted) {
                differing.add(board + " has " + rows + " rows, MySQL counts " + counted);
            }
        });
        return differing;
    }

    private static long counted(Scenario source, String rows) {
        String table = rows.replaceFirst(" .*", "");
        boolean exists = source.number(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?",
                        table)
                == 1;
        return exists ? source.number("SELECT COUNT(*) FROM " + rows) : 0;
    }

    private static long rows(PartitionId id, Map<String, String> fields) {
        boolean sums = Catalog.boards().stream()
                .anyMatch(
                        board -> board.kind() == Board.Kind.SUMS && board.name().equals(id.board()));
        return sums
                ? fields.values().stream()
                        .mapToLong(
                                packed -> Tally.unpack(Long.parseLong(packed)).rows())
                        .sum()
                : fields.size();
    }
}
