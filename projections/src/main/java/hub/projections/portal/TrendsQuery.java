package hub.projections.portal;

/** The last {@code days} Central days of one employee, today included. */
public record TrendsQuery(long employeeId, int days) {

    public static final int MAX_DAYS = 90;

    public TrendsQuery {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException(days + " days; allowed are 1 to " + MAX_DAYS);
        }
    }
}
