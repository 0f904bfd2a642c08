package hub.projections.gamification;

/** The people of a period. */
public record PeriodQuery(Period period) {}
