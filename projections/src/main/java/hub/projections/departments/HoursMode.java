package hub.projections.departments;

/** Whose hours count where, for people who worked in several departments on one day (domain Decision 8). */
public enum HoursMode {
    /** All of a person's hours count in every department worked, as in the legacy. */
    FULL,
    /** A person's hours are split by the time of the windows in each department, so that they count once. */
    ALLOCATED
}
