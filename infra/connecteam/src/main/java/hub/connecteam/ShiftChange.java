package hub.connecteam;

/** One row of {@code clock_times} to write. */
sealed interface ShiftChange {

    record Add(long employee, Shift shift) implements ShiftChange {}

    /** Also moves the clock-in, when that was corrected. */
    record Change(long row, Shift shift) implements ShiftChange {}
}
