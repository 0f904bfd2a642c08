package hub.app.demo;

import hub.projections.time.CentralDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** Whatever the time is: a demo's day may be over at any moment, and a job of the calendar's be due in the middle of a test. */
final class TodayAt {

    private TodayAt() {}

    /** A clock that goes on from that time of today in Chicago. */
    static Clock ticking(String time) {
        Clock wall = Clock.systemUTC();
        Instant now = wall.instant();
        Instant then = CentralDay.of(now)
                .date()
                .atTime(LocalTime.parse(time))
                .atZone(CentralDay.ZONE)
                .toInstant();
        return Clock.offset(wall, Duration.between(now, then));
    }
}
