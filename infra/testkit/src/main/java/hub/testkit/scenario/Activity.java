package hub.testkit.scenario;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code activity_logs} to be inserted: the usual values of a station, changed where a test says so. */
public record Activity(
        long employee,
        @Nullable Long role,
        @Nullable String type,
        @Nullable Long items,
        Instant start,
        @Nullable Instant end,
        @Nullable String department,
        @Nullable String source) {

    private static final Instant MORNING = Instant.parse("2026-01-15T15:00:00Z");

    private static Activity at(long role, String type, String department, long items) {
        return new Activity(1, role, type, items, MORNING, MORNING.plusSeconds(599), department, "podfactory");
    }

    public static Activity inProduction(long items) {
        return at(1, "In Production", "Heat Press", items);
    }

    public static Activity qcPassed(long items) {
        return at(2, "QC Passed", "Packing", items);
    }

    public static Activity picking(long items) {
        return at(3, "Picking", "Picking", items);
    }

    public static Activity labeling(long items) {
        return at(4, "Labeling", "Labeling", items);
    }

    public static Activity filmMatching(long items) {
        return at(5, "Film Matching", "Film Matching", items);
    }

    public Activity by(long newEmployee) {
        return new Activity(newEmployee, role, type, items, start, end, department, source);
    }

    /** Starts at {@code from}, for ten minutes less a second, as the scanners report it. */
    public Activity from(String from) {
        Instant at = Instant.parse(from);
        return between(at, at.plusSeconds(599));
    }

    public Activity between(Instant from, @Nullable Instant to) {
        return new Activity(employee, role, type, items, from, to, department, source);
    }

    public Activity withSource(@Nullable String newSource) {
        return new Activity(employee, role, type, items, start, end, department, newSource);
    }

    public Activity withRole(@Nullable Long newRole) {
        return new Activity(employee, newRole, type, items, start, end, department, source);
    }

    public Activity withType(@Nullable String newType) {
        return new Activity(employee, role, newType, items, start, end, department, source);
    }

    public Activity withItems(@Nullable Long newItems) {
        return new Activity(employee, role, type, newItems, start, end, department, source);
    }

    public Activity withDepartment(@Nullable String newDepartment) {
        return new Activity(employee, role, type, items, start, end, newDepartment, source);
    }
}
