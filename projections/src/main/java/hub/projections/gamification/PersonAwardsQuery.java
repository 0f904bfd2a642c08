package hub.projections.gamification;

/** One employee's awards. */
public record PersonAwardsQuery(long employeeId) {}
