package hub.projections.stations;

/**
 * A station today, with the legacy's field names (domain 3.10).
 *
 * @param currentStaff people with PodFactory work there today
 * @param needed people that it should have
 * @param output PodFactory items of today
 * @param efficiency the mean of the windows' items per hour against the target, in whole percent, at most 100
 * @param target items per hour
 */
public record Staffing(int currentStaff, int needed, long output, int efficiency, int target) {}
