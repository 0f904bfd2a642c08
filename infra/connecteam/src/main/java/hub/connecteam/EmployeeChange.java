package hub.connecteam;

import org.jspecify.annotations.Nullable;

/** One row of {@code employees} to write. */
sealed interface EmployeeChange {

    /** Hired on the Central day on which it is written. */
    record Add(String user, String name, @Nullable String email) implements EmployeeChange {}

    /** Also links the row to {@code user}, where it was not. */
    record Change(long row, String user, String name, boolean active) implements EmployeeChange {}
}
