package hub.testkit.oracle;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One employee on the leaderboard. In stored mode, minutes and clocked-in are zero without a shift; live, they are null.
 *
 * @param activeMinutes null = not judged
 * @param breakdown items by activity type
 */
public record Standing(
        long id,
        String name,
        BigDecimal items,
        BigDecimal score,
        @Nullable BigDecimal activeMinutes,
        @Nullable Long streak,
        @Nullable BigDecimal totalMinutes,
        @Nullable Long clockedIn,
        @Nullable String primaryDepartment,
        Map<String, Long> breakdown) {}
