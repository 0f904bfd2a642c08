package hub.testkit.oracle;

import hub.projections.view.ScoreMode;
import java.time.Instant;
import java.time.LocalDate;

/** What an answer is about: the days {@code from} to {@code to}, both included, as they stand at {@code now}. */
public record Asked(LocalDate from, LocalDate to, Instant now, ScoreMode mode) {

    static Asked day(LocalDate day, Instant now, ScoreMode mode) {
        return new Asked(day, day, now, mode);
    }
}
