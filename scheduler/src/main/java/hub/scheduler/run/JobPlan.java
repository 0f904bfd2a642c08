package hub.scheduler.run;

import hub.projections.time.CentralDay;
import hub.scheduler.due.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What a job declares of itself.
 *
 * @param name of lower-case words and dashes; for people, settings, metrics and the ledger
 * @param delay how long after a due instant it may begin, for late data to arrive
 * @param daysBack the day a run is about: 0 is the Central day of the due instant, 1 the one before
 * @param grace how long after a due instant a run is still worth making
 * @param lockAtMost how long one instance keeps the others off; it should be longer than any run takes, but nothing
 *     depends on that
 */
public record JobPlan(
        String name,
        Schedule schedule,
        Duration delay,
        int daysBack,
        CatchUp catchUp,
        Duration grace,
        Duration lockAtMost) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    public JobPlan {
        if (!NAME.matcher(name).matches() || name.length() > 40) {
            throw new IllegalArgumentException("\"" + name + "\" is not a name of lower-case words and dashes");
        }
        if (delay.isNegative() || daysBack < 0 || !grace.isPositive() || !lockAtMost.isPositive()) {
            throw new IllegalArgumentException("the plan of " + name + " has a negative or empty time");
        }
    }

    /** The day that a run due at {@code due} is about. */
    public LocalDate date(Instant due) {
        return CentralDay.of(due).date().minusDays(daysBack);
    }
}
