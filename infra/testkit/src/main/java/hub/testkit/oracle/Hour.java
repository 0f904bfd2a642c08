package hub.testkit.oracle;

import java.math.BigDecimal;

/** One hour of the heatmap, as a Chicago clock shows it. */
public record Hour(int hourOfDay, long people, BigDecimal items, BigDecimal points, BigDecimal intensity) {}
