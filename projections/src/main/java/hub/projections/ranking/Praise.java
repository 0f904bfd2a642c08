package hub.projections.ranking;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.util.List;

/** The words, signs and milestones of the live leaderboard (domain 3.3). */
final class Praise {

    private static final List<Integer> MILESTONES = List.of(100, 250, 500, 750, 1000, 1500, 2000);
    private static final BigDecimal FAST = BigDecimal.valueOf(20);
    private static final int MANY = 500;

    private Praise() {}

    static String rank(int rank) {
        return switch (rank) {
            case 1 -> "🥇";
            case 2 -> "🥈";
            case 3 -> "🥉";
            default -> "#" + rank;
        };
    }

    static String badge(int rank, long streak, Movement movement, long items, BigDecimal itemsPerHour) {
        return switch (rank) {
            case 1 -> "👑 Champion";
            case 2 -> "⚡ Lightning Fast";
            case 3 -> "🌟 Rising Star";
            default -> badge(streak, movement, items, itemsPerHour);
        };
    }

    private static String badge(long streak, Movement movement, long items, BigDecimal itemsPerHour) {
        if (streak >= 5) {
            return "🔥 " + streak + "-day streak!";
        }
        if (movement.kind() == Movement.Kind.UP) {
            return "📈 Up " + movement.positions() + " spots!";
        }
        if (items >= MANY) {
            return "💪 Powerhouse";
        }
        return itemsPerHour.compareTo(FAST) > 0 ? "⚡ Speed Demon" : "💯 Team Player";
    }

    /** The first milestone beyond {@code points}, or the last one. */
    static int nextMilestone(BigDecimal points) {
        for (int milestone : MILESTONES) {
            if (points.compareTo(BigDecimal.valueOf(milestone)) < 0) {
                return milestone;
            }
        }
        return MILESTONES.getLast();
    }

    static BigDecimal progress(BigDecimal points, int milestone) {
        return Decimals.divide(points.multiply(Decimals.HUNDRED), BigDecimal.valueOf(milestone), 1)
                .min(Decimals.HUNDRED);
    }
}
