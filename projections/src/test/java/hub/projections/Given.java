package hub.projections;

import hub.projections.change.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows as the test vectors of the domain describe them: the invented roles, people E1, E2 …, times in UTC. */
public final class Given {

    public static final Row HEAT_PRESSING = role(1, "Heat Pressing", false, "2.00", "60", 10);
    public static final Row PACKING = role(2, "Packing and Shipping", false, "1.00", "100", 10);
    public static final Row PICKER = role(3, "Picker", true, "0.50", "120", 5);
    public static final Row LABELER = role(4, "Labeler", true, "0.50", "120", 5);
    public static final Row FILM_MATCHING = role(5, "Film Matching", true, "1.00", "120", 5);

    private Given() {}

    /** A world with the five roles and four people. */
    public static World world() {
        return new World()
                .put(HEAT_PRESSING, PACKING, PICKER, LABELER, FILM_MATCHING)
                .put(employee(1), employee(2), employee(3), employee(4));
    }

    public static Row.Employee employee(long id) {
        return new Row.Employee(id, "E" + id, true, 0L);
    }

    public static Row.Role role(
            long id, String name, boolean batch, String multiplier, String expected, long idleThreshold) {
        return new Row.Role(id, name, batch, new BigDecimal(multiplier), new BigDecimal(expected), idleThreshold);
    }

    public static Row.Activity qc(long id, long employee, long items, String start) {
        return activity(id, employee, 2, "QC Passed", items, start, 600, "Packing", "podfactory");
    }

    public static Row.Activity picking(long id, long employee, long items, String start) {
        return activity(id, employee, 3, "Picking", items, start, 600, "Picking", "podfactory");
    }

    public static Row.Activity activity(
            long id,
            long employee,
            long role,
            String type,
            long items,
            String start,
            int seconds,
            String department,
            String source) {
        Instant from = Instant.parse(start);
        return new Row.Activity(id, employee, role, type, items, from, from.plusSeconds(seconds), department, source);
    }

    public static Row.Clock shift(long id, long employee, String in, @Nullable String out) {
        return new Row.Clock(id, employee, Instant.parse(in), out == null ? null : Instant.parse(out), null, null);
    }
}
