package hub.projections.team;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the team is, in one figure (domain 4.5): 100 less what each part costs; a part of which nothing is known costs nothing.
 *
 * @param healthScore 0 to 100, one digit
 * @param status {@code excellent} from 85 on, {@code good} from 70, {@code needs_attention} from 50, else {@code critical}
 * @param color {@code green}, {@code yellow}, {@code orange}, {@code red}
 * @param attendanceRate of today, see {@link Overview}; below 90 each percent costs a half; null without active people
 * @param efficiency of the last seven days, see {@link RoleComparison}; below 0.7 each hundredth costs 0.3; null without shifts
 * @param highBottlenecks see {@link TeamBottlenecks}; each costs 5
 * @param utilization see {@link TeamCapacity}; below 70 each percent costs 0.2
 */
public record HealthScore(
        BigDecimal healthScore,
        String status,
        String color,
        @Nullable BigDecimal attendanceRate,
        @Nullable BigDecimal efficiency,
        int highBottlenecks,
        @Nullable BigDecimal utilization) {

    private static final int OF_A_BOTTLENECK = 5;

    private enum Grade {
        EXCELLENT(85, "green"),
        GOOD(70, "yellow"),
        NEEDS_ATTENTION(50, "orange"),
        CRITICAL(0, "red");

        private final BigDecimal from;
        private final String color;

        Grade(int from, String color) {
            this.from = BigDecimal.valueOf(from);
            this.color = color;
        }

        static Grade of(BigDecimal score) {
            return Arrays.stream(values())
                    .filter(grade -> score.compareTo(grade.from) >= 0)
                    .findFirst()
                    .orElse(CRITICAL);
        }
    }

    static HealthScore of(
            @Nullable BigDecimal attendanceRate,
            @Nullable BigDecimal efficiency,
            int highBottlenecks,
            @Nullable BigDecimal utilization) {
        BigDecimal score = Decimals.HUNDRED
                .subtract(cost(attendanceRate, "90", "0.5"))
                .subtract(cost(efficiency, "0.7", "30"))
                .subtract(BigDecimal.valueOf((long) OF_A_BOTTLENECK * highBottlenecks))
                .subtract(cost(utilization, "70", "0.2"));
        score = Decimals.round(score.max(BigDecimal.ZERO), 1);
        Grade grade = Grade.of(score);
        return new HealthScore(
                score,
                grade.name().toLowerCase(Locale.ROOT),
                grade.color,
                attendanceRate,
                efficiency,
                highBottlenecks,
                utilization);
    }

    /** Of a value below {@code enough}, {@code each} of what is missing. */
    private static BigDecimal cost(@Nullable BigDecimal value, String enough, String each) {
        return value == null
                ? BigDecimal.ZERO
                : new BigDecimal(enough).subtract(value).max(BigDecimal.ZERO).multiply(new BigDecimal(each));
    }
}
