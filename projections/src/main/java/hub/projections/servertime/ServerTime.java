package hub.projections.servertime;

/**
 * The service's clock, with the legacy's field names.
 *
 * @param utc ISO 8601
 * @param central ISO 8601 with Chicago's offset
 * @param centralDate the Central day that is today
 * @param centralTime as {@code 02:30:00 PM}
 * @param dayOfWeek as {@code Thursday}
 */
public record ServerTime(String utc, String central, String centralDate, String centralTime, String dayOfWeek) {}
