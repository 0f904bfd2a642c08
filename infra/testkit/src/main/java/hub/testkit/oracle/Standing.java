package hub.testkit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One employee on the leaderboard. In stored mode, minutes and clocked-in are zero without a shift; live, they are null.
 *
 * @param openStale whether a shift was left open
 * @param noClock whether there is no shift
 * @param negativeShift whether a shift ends before it began
 * @param breakdown items by activity type, in the order that the page tells them in
 */
public record Standing(
        long id,
        String name,
        BigDecimal items,
        BigDecimal score,
        BigDecimal activeMinutes,
        @Nullable Long streak,
        @Nullable BigDecimal totalMinutes,
        @Nullable Long clockedIn,
        @Nullable String primaryDepartment,
        boolean openStale,
        boolean noClock,
        boolean negativeShift,
        Map<String, Long> breakdown) {

    private static final Map<String, String> SHOWN = Map.of(
            "Picking", "🎯 Picking",
            "Labeling", "🏷️ Labeling",
            "Film Matching", "🎬 Film Matching",
            "In Production", "🔥 Heat Pressing",
            "QC Passed", "📦 Shipping");

    private static final Map<String, String> ICONS = Map.of(
            "Picker", "🎯",
            "Packing and Shipping", "📦",
            "Heat Pressing", "🔥",
            "Labeler", "🏷️",
            "Film Matching", "🎬",
            "No Activity", "💤");

    public BigDecimal itemsPerMinute() {
        return perMinute(items);
    }

    public BigDecimal itemsPerHour() {
        return perMinute(items.multiply(BigDecimal.valueOf(60)));
    }

    /** Percent of the goal: 50 items an hour, or 400 for someone without minutes. */
    public BigDecimal progress() {
        BigDecimal percent = hasMinutes()
                ? perMinute(items.multiply(BigDecimal.valueOf(120)))
                : items.divide(BigDecimal.valueOf(4), 1, RoundingMode.HALF_UP);
        return percent.min(BigDecimal.valueOf(100));
    }

    /** The breakdown as the page writes it; null if there is none. */
    public @Nullable String breakdownText() {
        return breakdown.isEmpty()
                ? null
                : breakdown.entrySet().stream()
                        .map(part -> SHOWN.getOrDefault(part.getKey(), part.getKey()) + ": " + part.getValue())
                        .collect(Collectors.joining(" - "));
    }

    public String department() {
        return primaryDepartment == null ? "No Activity" : primaryDepartment;
    }

    public String departmentIcon() {
        return ICONS.getOrDefault(department(), "📋");
    }

    /** Hours and minutes; a broken minute does not count. */
    public String timeWorked() {
        long minutes = totalMinutes == null ? 0 : totalMinutes.longValue();
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }

    public boolean atWork() {
        return clockedIn != null && clockedIn == 1;
    }

    /** The first that is deserved. */
    public String badge() {
        if (score.compareTo(new BigDecimal("200")) >= 0) {
            return "🔥 Top Performer!";
        }
        if (score.compareTo(new BigDecimal("100")) >= 0) {
            return "⭐ Star Player";
        }
        if (streak != null && streak >= 5) {
            return "🔥 " + streak + "-day streak!";
        }
        return itemsPerMinute().compareTo(BigDecimal.ONE) >= 0 ? "⚡ Speed Demon" : "🌟 Team Player";
    }

    private BigDecimal perMinute(BigDecimal amount) {
        return totalMinutes != null && hasMinutes()
                ? amount.divide(totalMinutes, 1, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    private boolean hasMinutes() {
        return totalMinutes != null && totalMinutes.signum() > 0;
    }
}
