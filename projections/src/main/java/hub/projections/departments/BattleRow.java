package hub.projections.departments;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One department's place in the battle of today, with the legacy's field names.
 *
 * @param department as stored; null for rows without one
 * @param employees with at least one row
 * @param points one digit
 * @param avgPointsPerActivity points per row, one digit
 * @param behindBy how many points the first has more, one digit; the first itself has none
 */
public record BattleRow(
        @Nullable String department,
        int employees,
        long items,
        BigDecimal points,
        BigDecimal avgPointsPerActivity,
        int rank,
        String icon,
        String status,
        String statusColor,
        Optional<BigDecimal> behindBy) {

    static String iconOf(@Nullable String department) {
        return switch (department) {
            case "Heat Press" -> "🔥";
            case "Packing" -> "📦";
            case "Picking" -> "🎯";
            case "Labeling" -> "🏷️";
            case null, default -> "📋";
        };
    }

    static String statusOf(int rank) {
        return switch (rank) {
            case 1 -> "Leading";
            case 2 -> "Chasing";
            default -> "Fighting";
        };
    }

    static String colorOf(int rank) {
        return switch (rank) {
            case 1 -> "gold";
            case 2 -> "silver";
            default -> "bronze";
        };
    }
}
