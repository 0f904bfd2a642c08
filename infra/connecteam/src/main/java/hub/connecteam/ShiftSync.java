package hub.connecteam;

import hub.projections.time.CentralDay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Brings {@code clock_times} up to what Connecteam says of the shifts that may still change: those of the Central day of
 * {@code now} and of the day in which a shift that still counts as open may have begun.
 */
public final class ShiftSync {

    /** As long as an open shift may plausibly be; as the views have it. */
    private static final Duration LONGEST_SHIFT = Duration.ofHours(16);

    private final Connecteam connecteam;

    public ShiftSync(Connecteam connecteam) {
        this.connecteam = connecteam;
    }

    /**
     * Asks Connecteam, and waits for the whole answer.
     *
     * @throws ConnecteamFailed if there is none
     */
    public Writing fetch(Instant now) {
        CentralDay first = CentralDay.of(now.minus(LONGEST_SHIFT));
        CentralDay last = CentralDay.of(now);
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
