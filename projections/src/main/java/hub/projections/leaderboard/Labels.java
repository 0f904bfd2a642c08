package hub.projections.leaderboard;

import hub.projections.board.Tally;
import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words and signs that the legacy page shows for a leaderboard line (domain 3.2). */
final class Labels {

    private static final List<String> KNOWN_ACTIVITIES =
            List.of("Picking", "Labeling", "Film Matching", "In Production", "QC Passed");
    private static final BigDecimal TOP_PERFORMER = BigDecimal.valueOf(200);
    private static final BigDecimal STAR = BigDecimal.valueOf(100);

    private Labels() {}

    /** Items by activity type in the page's order; null if there are none. */
    static @Nullable String breakdown(Map<@Nullable String, Tally> byType) {
        List<Map.Entry<String, Tally>> shown = new ArrayList<>();
        byType.forEach((type, tally) -> {
            if (type != null && tally.items() > 0) {
                shown.add(Map.entry(type, tally));
            }
        });
        shown.sort(Comparator.<Map.Entry<String, Tally>>comparingInt(e -> order(e.getKey()))
                .thenComparing(e -> e.getValue().items(), Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey));
        return shown.isEmpty()
                ? null
                : String.join(
                        " - ",
                        shown.stream()
                                .map(e -> activity(e.getKey()) + ": "
                                        + e.getValue().items())
                                .toList());
    }

    private static int order(String activity) {
        int index = KNOWN_ACTIVITIES.indexOf(activity);
        return index < 0 ? KNOWN_ACTIVITIES.size() : index;
    }

    private static String activity(String type) {
        return switch (type) {
            case "Picking" -> "🎯 Picking";
            case "Labeling" -> "🏷️ Labeling";
            case "Film Matching" -> "🎬 Film Matching";
            case "In Production" -> "🔥 Heat Pressing";
            case "QC Passed" -> "📦 Shipping";
            default -> type;
        };
    }

    /** The name of the existing role with the most items; more items first, then the lower id. */
    static @Nullable String primaryDepartment(Map<@Nullable Long, Tally> byRole, Roles roles) {
        Role best = null;
        long most = 0;
        for (Map.Entry<@Nullable Long, Tally> entry : byRole.entrySet()) {
            Optional<Role> role = roles.find(entry.getKey());
            long items = entry.getValue().items();
            if (role.isPresent()
                    && (best == null
                            || items > most
                            || items == most && role.get().id() < best.id())) {
                best = role.get();
                most = items;
            }
        }
        return best == null ? null : best.name();
    }

    static String departmentIcon(String department) {
        return switch (department) {
            case "Picker" -> "🎯";
            case "Packing and Shipping" -> "📦";
            case "Heat Pressing" -> "🔥";
            case "Labeler" -> "🏷️";
            case "Film Matching" -> "🎬";
            case "No Activity" -> "💤";
            default -> "📋";
        };
    }

    static String badge(BigDecimal score, long streak, BigDecimal itemsPerMinute) {
        if (score.compareTo(TOP_PERFORMER) >= 0) {
            return "🔥 Top Performer!";
        }
        if (score.compareTo(STAR) >= 0) {
            return "⭐ Star Player";
        }
        if (streak >= 5) {
            return "🔥 " + streak + "-day streak!";
        }
        return itemsPerMinute.compareTo(BigDecimal.ONE) >= 0 ? "⚡ Speed Demon" : "🌟 Team Player";
    }

    /** Hours and minutes, as in {@code 7:05}. */
    static String timeWorked(BigDecimal minutes) {
        long whole = minutes.longValue();
        return "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
