package hub.projections.bottleneck;

import hub.projections.bottleneck.FlowHistory.StationHour;
import hub.projections.view.Fraction;
import hub.projections.windows.WindowHour.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One activity in one hour: who, how much, and how fast. */
final class StationRate {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final Set<Long> workers = new HashSet<>();
    private long items;
    private long timed;
    private Fraction perMinute = Fraction.ZERO;

    void add(Window window) {
        workers.add(window.employeeId());
        items += window.items();
        long minutes = Duration.between(window.start(), window.end()).toMinutes();
        if (minutes > 0) {
            timed++;
            perMinute = perMinute.plus(Fraction.of(BigDecimal.valueOf(window.items()), BigDecimal.valueOf(minutes)));
        }
    }

    /** Items per hour, exact; null if no row is a minute long. */
    @Nullable
    Fraction rate() {
        return timed == 0 ? null : perMinute.times(Fraction.of(SIXTY, BigDecimal.valueOf(timed)));
    }

    StationHour shown() {
        Fraction rate = rate();
        return new StationHour(workers.size(), items, rate == null ? null : rate.round(1));
    }
}
