package hub.connecteam;

import org.jspecify.annotations.Nullable;

/** One row of {@code employees} to write. */
sealed interface EmployeeChange {

    /** Connecteam's id of whom it is about. */
    String user();

    /** In words, for operators: whose row, and its columns that are to change. Names are only said to differ. */
    String text();

    /** Hired on the Central day on which it is written. */
    record Add(String user, String name, @Nullable String email) implements EmployeeChange {
        @Override
        public String text() {
            return "Connecteam's user " + user + " (missing, should be an employee)";
        }
    }

    /** Also links the row to {@code user}, where it was not. */
    record Change(StoredEmployee stored, String user, String name, boolean active) implements EmployeeChange {
        @Override
        public String text() {
            ColumnChanges columns = new ColumnChanges()
                    .add("connecteam_user_id", stored.user(), user)
                    .add("is_active", stored.active(), active);
            return "employee " + stored.id() + " ("
                    + (name.equals(stored.name()) ? columns : columns.another("name")).text() + ")";
        }
    }
}
