package hub.projections.bottleneck;

/** The last {@code hours} hours of the clock, the current one included. */
public record HistoryQuery(int hours) {

    public static final int MAX_HOURS = 168;

    public HistoryQuery {
        if (hours < 1 || hours > MAX_HOURS) {
            throw new IllegalArgumentException(hours + " hours; allowed are 1 to " + MAX_HOURS);
        }
    }
}
