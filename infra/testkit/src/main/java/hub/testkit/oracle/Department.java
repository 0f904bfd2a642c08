package hub.testkit.oracle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One department of a day. */
public record Department(
        @Nullable String name,
        long people,
        long clocked,
        BigDecimal items,
        BigDecimal totalHours,
        BigDecimal efficiency,
        BigDecimal vsTarget,
        BigDecimal targetRate,
        BigDecimal avgRate) {}
