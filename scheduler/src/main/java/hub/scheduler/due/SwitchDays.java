package hub.scheduler.due;

/**
 * What a job that is due between 01:00 and 03:00 does on the two days on which the clocks are changed.
 *
 * @param gap in spring, when its time of day does not exist
 * @param overlap in autumn, when its time of day comes twice
 */
public record SwitchDays(Gap gap, Overlap overlap) {

    public enum Gap {
        /** Due the moment the clocks have jumped. */
        RIGHT_AFTER,
        /** Not due on that day. */
        SKIP
    }

    public enum Overlap {
        FIRST,
        SECOND
    }
}
