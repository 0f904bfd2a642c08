package hub.projections.departments;

import java.time.LocalDate;

/** The departments of one Central day. */
public record DepartmentsQuery(LocalDate date, HoursMode hoursMode) {

    /** With hours as in the legacy. */
    public DepartmentsQuery(LocalDate date) {
        this(date, HoursMode.FULL);
    }
}
