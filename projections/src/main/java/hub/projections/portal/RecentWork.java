package hub.projections.portal;

/**
 * One window of today, with the legacy's field names (domain 3.10).
 *
 * @param time when it ended, Chicago time, as {@code 14:05}
 * @param station the activity, by the station's name; {@code Unknown} without one
 */
public record RecentWork(String time, long items, String station) {}
