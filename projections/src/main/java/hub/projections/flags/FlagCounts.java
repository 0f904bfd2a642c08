package hub.projections.flags;

import java.util.List;

/**
 * How many flags there are.
 *
 * @param flagsToday raised on the running Central day
 * @param byType most first, then by name
 * @param byHour by the hour of the day in Chicago at which they were raised; hours without any are left out
 */
public record FlagCounts(
        int total, int reviewed, int unreviewed, int flagsToday, List<OfType> byType, List<OfHour> byHour) {

    public record OfType(String flagType, int total, int unreviewed) {}

    public record OfHour(int hour, int flags) {}
}
