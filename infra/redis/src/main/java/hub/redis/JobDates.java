package hub.redis;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Central days that a job may be asked for at one instant.
 *
 * @param first null if every day up to the last is one
 */
public record JobDates(@Nullable LocalDate first, LocalDate last) {

    /** As the scheduler tells them, each empty where there is none; empty if it does not tell which days a job takes. */
    public static Optional<JobDates> told(String first, String last) {
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(new JobDates(first.isEmpty() ? null : LocalDate.parse(first), LocalDate.parse(last)));
    }

    public boolean has(LocalDate date) {
        return !date.isAfter(last) && (first == null || !date.isBefore(first));
    }

    /** For people. */
    public String text() {
        return first == null
                ? last + " or an earlier day"
                : first.equals(last) ? last + " alone" : first + " to " + last;
    }
}
