package hub.connecteam;

import hub.projections.time.CentralDay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Brings {@code clock_times} up to what Connecteam says of the shifts that may have changed. */
public final class ShiftSync {

    /** As long as an open shift may plausibly be; as the views have it. */
    private static final Duration LONGEST_SHIFT = Duration.ofHours(16);

    /** A month, so that no absence is too long to come back from. */
    private static final int MOST_DAYS = 31;

    private final Connecteam connecteam;

    public ShiftSync(Connecteam connecteam) {
        this.connecteam = connecteam;
    }

    /**
     * Asks Connecteam for the shifts that may have changed from {@code since} until {@code now}, and waits for the whole
     * answer: those that began in between, or were open then and still count as such. It reaches back 31 days at most.
     *
     * @throws ConnecteamFailed if there is none
     */
    public Writing fetch(Instant since, Instant now) {
        CentralDay last = CentralDay.of(now);
        CentralDay oldest = new CentralDay(last.date().minusDays(MOST_DAYS - 1L));
        CentralDay open = CentralDay.of((since.isBefore(now) ? since : now).minus(LONGEST_SHIFT));
        CentralDay first = open.date().isBefore(oldest.date()) ? oldest : open;
        Understood<WorkedShift> told = connecteam.shifts(first.date(), last.date());
        return new ToldShifts(told, first.start(), last.end());
    }

    private record ToldShifts(Understood<WorkedShift> told, Instant from, Instant until) implements Writing {
        @Override
        public Changes write(Connection connection) throws SQLException {
            ClockTimes table = new ClockTimes(connection);
            ShiftPlan plan = table.plan(told, from, until);
            table.apply(plan);
            return plan.changes(told);
        }

        @Override
        public Changes compare(Connection connection, Consumer<String> differences) throws SQLException {
            ShiftPlan plan = new ClockTimes(connection).plan(told, from, until);
            plan.changes().forEach(change -> differences.accept(change.text()));
            return plan.changes(told);
        }
    }
}
