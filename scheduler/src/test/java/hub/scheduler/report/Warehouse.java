package hub.scheduler.report;

import hub.projections.change.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in an invented warehouse: five roles, people 1 to 7 (the last one left), days in January 2026 (six hours behind UTC). */
public final class Warehouse {

    /** A Thursday. */
    public static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    /** 18:05 on that day. */
    public static final Instant SEALED_AT = Instant.parse("2026-01-16T00:05:00Z");

    private final List<Row> rows = new ArrayList<>();
    private long id = 100;

    public Warehouse() {
        role(1, "Heat Pressing", false, "2.00", "60");
        role(2, "Packing and Shipping", false, "1.00", "100");
        role(3, "Picker", true, "0.50", "120");
        role(4, "Labeler", true, "0.50", "120");
        role(5, "Film Matching", true, "1.00", "120");
    }

    public List<Row> rows() {
        return rows;
    }

    public Warehouse employee(long employee, String name, boolean active) {
        rows.add(new Row.Employee(employee, name, active, 0L));
        return this;
    }

    /** Ten minutes of work from {@code start}, an instant. */
    public Warehouse work(long employee, Job job, long items, String start) {
        Instant from = Instant.parse(start);
        rows.add(new Row.Activity(
                id++, employee, job.role, job.type, items, from, from.plusSeconds(600), job.department, "podfactory"));
        return this;
    }

    public Warehouse shift(long employee, String in, @Nullable String out) {
        rows.add(new Row.Clock(id++, employee, Instant.parse(in), out == null ? null : Instant.parse(out), null, null));
        return this;
    }

    public Warehouse sealed(long employee, LocalDate date, long items, String points, long activeMinutes) {
        return score(employee, date, items, points, activeMinutes, true);
    }

    public Warehouse score(
            long employee, LocalDate date, long items, String points, long activeMinutes, boolean finalized) {
        rows.add(new Row.Score(id++, employee, date, items, new BigDecimal(points), activeMinutes, finalized));
        return this;
    }

    private void role(long role, String name, boolean batch, String multiplier, String expected) {
        rows.add(new Row.Role(role, name, batch, new BigDecimal(multiplier), new BigDecimal(expected), 10L));
    }

    /** What people do. */
    public enum Job {
        PRESSING(1, "In Production", "Heat Press"),
        PACKING(2, "QC Passed", "Packing"),
        PICKING(3, "Picking", "Picking"),
        LABELING(4, "Labeling", "Labeling");

        private final long role;
        private final String type;
        private final String department;

        Job(long role, String type, String department) {
            this.role = role;
            this.type = type;
            this.department = department;
        }
    }
}
