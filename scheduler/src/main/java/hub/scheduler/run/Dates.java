package hub.scheduler.run;

import hub.projections.time.CentralDay;
import hub.redis.JobDates;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which Central days a run may be asked for. */
public enum Dates {
    /** The running one alone: the job is about what is so now. */
    TODAY,
    /** None that is yet to come. */
    UNTIL_TODAY,
    /** Those that are over. */
    ENDED;

    /** The first of them; null if there is none. */
    @Nullable
    LocalDate first(Instant now) {
        return this == TODAY ? CentralDay.of(now).date() : null;
    }

    LocalDate last(Instant now) {
        LocalDate today = CentralDay.of(now).date();
        return this == ENDED ? today.minusDays(1) : today;
    }

    /** @throws IllegalArgumentException naming the dates that are allowed, if that one is not */
    void require(LocalDate date, Instant now) {
        JobDates allowed = new JobDates(first(now), last(now));
        if (!allowed.has(date)) {
            throw new IllegalArgumentException(date + " is no date for this job; it takes " + allowed.text());
        }
    }
}
