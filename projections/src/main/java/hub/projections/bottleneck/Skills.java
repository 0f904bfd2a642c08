package hub.projections.bottleneck;

import hub.projections.board.Tally;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people did lately, and how much of it per row: PodFactory work only. */
final class Skills {

    /** The order of the flow, then what does not belong to it by name. */
    static final Comparator<String> FLOW = Comparator.<String>comparingInt(
                    type -> Station.of(type).map(Station::ordinal).orElse(Station.values().length))
            .thenComparing(Comparator.naturalOrder());

    private final Map<Long, Map<String, Tally>> byEmployee = new HashMap<>();

    void add(LeaderboardDay day) {
        day.byEmployee().forEach((employee, work) -> {
            for (Map.Entry<@Nullable String, Tally> type :
                    work.podfactoryByType().entrySet()) {
                String name = type.getKey();
                if (name != null && type.getValue().rows() > 0) {
                    byEmployee
                            .computeIfAbsent(employee, id -> new HashMap<>())
                            .merge(name, type.getValue(), Tally::plus);
                }
            }
        });
    }

    List<String> of(long employee) {
        return tallies(employee).keySet().stream().sorted(FLOW).toList();
    }

    /** Items per row of each skill, rounded, in the same order. */
    Map<String, Long> performance(long employee) {
        Map<String, Long> performance = new LinkedHashMap<>();
        for (String skill : of(employee)) {
            performance.put(skill, average(employee, skill, 0).longValueExact());
        }
        return performance;
    }

    boolean has(long employee, String skill) {
        return tallies(employee).containsKey(skill);
    }

    /** Items per row; 0 without the skill. */
    BigDecimal average(long employee, String skill, int digits) {
        Tally tally = tallies(employee).get(skill);
        return tally == null ? BigDecimal.ZERO : Decimals.divide(tally.items(), tally.rows(), digits);
    }

    private Map<String, Tally> tallies(long employee) {
        return byEmployee.getOrDefault(employee, Map.of());
    }
}
