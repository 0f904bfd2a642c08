package hub.projections.servertime;

import hub.projections.time.CentralDay;
import hub.projections.time.WallClock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The service's clock, to the second, with the legacy's field names.
 *
 * @param utc ISO 8601
 * @param central ISO 8601 with Chicago's offset
 * @param centralDate the Central day that is today
 * @param centralTime as {@code 02:30:00 PM}
 * @param dayOfWeek as {@code Thursday}
 */
public record ServerTime(String utc, String central, String centralDate, String centralTime, String dayOfWeek) {

    public static ServerTime at(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        ZonedDateTime central = second.atZone(CentralDay.ZONE);
        return new ServerTime(
                second.toString(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(central),
                central.toLocalDate().toString(),
                WallClock.seconds(second),
                central.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
}
