package hub.connecteam;

/** One row of {@code clock_times} to write. */
sealed interface ShiftChange {

    /** In words, for operators: the key of the row, and its columns that are to change. */
    String text();

    record Add(long employee, Shift shift) implements ShiftChange {
        @Override
        public String text() {
            return "employee " + employee + " clock_in " + shift.in() + " (missing, should "
                    + (shift.out() == null ? "be open)" : "end " + shift.out() + ")");
        }
    }

    /** Also moves the clock-in, when that was corrected. */
    record Change(StoredShift stored, Shift shift) implements ShiftChange {
        @Override
        public String text() {
            return "employee " + stored.employee() + " clock_in "
                    + stored.shift().in() + " ("
                    + new ColumnChanges()
                            .add("clock_in", stored.shift().in(), shift.in())
                            .add("clock_out", stored.shift().out(), shift.out())
                            .add("is_active", stored.active(), shift.out() == null)
                            .add("total_minutes", stored.minutes(), shift.minutes())
                            .text()
                    + ")";
        }
    }
}
