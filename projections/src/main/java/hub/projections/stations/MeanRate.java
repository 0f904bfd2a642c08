package hub.projections.stations;

import hub.projections.stations.RateDay.Group;
import hub.projections.view.Fraction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The mean of windows' items per hour, exact until it is rounded. */
final class MeanRate {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final Map<Long, Long> itemsByMinutes = new HashMap<>();
    private long windows;

    void add(Group group) {
        itemsByMinutes.merge(group.minutes(), group.items(), Long::sum);
        windows += group.windows();
    }

    /** Items per hour; zero without windows. */
    Fraction perHour() {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<Long, Long> length : itemsByMinutes.entrySet()) {
            sum = sum.plus(Fraction.of(
                    BigDecimal.valueOf(length.getValue()).multiply(SIXTY), BigDecimal.valueOf(length.getKey())));
        }
        return windows == 0 ? Fraction.ZERO : sum.over(Fraction.of(BigDecimal.valueOf(windows)));
    }
}
