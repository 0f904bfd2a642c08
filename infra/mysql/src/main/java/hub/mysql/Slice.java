package hub.mysql;

import java.time.Instant;
import java.time.LocalDate;

/** Which rows of a table to read. */
public sealed interface Slice {

    /** All of them; for small tables. */
    record Whole() implements Slice {}

    /** Those whose time column lies in {@code [from, to)}, UTC. */
    record Instants(Instant from, Instant to) implements Slice {}

    /** Those whose date column lies in {@code [from, to)}, Central dates. */
    record Days(LocalDate from, LocalDate to) implements Slice {}

    Slice WHOLE = new Whole();
}
