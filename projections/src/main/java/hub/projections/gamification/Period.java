package hub.projections.gamification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days' awards count. */
public enum Period {
    DAILY,
    WEEKLY,
    MONTHLY,
    ALL;

    /** The first day that counts when {@code today} is the last: a week is today and seven days; null = since ever. */
    @Nullable
    LocalDate first(LocalDate today) {
        return switch (this) {
            case DAILY -> today;
            case WEEKLY -> today.minusDays(7);
            case MONTHLY -> today.withDayOfMonth(1);
            case ALL -> null;
        };
    }
}
