package hub.projections.change;

import java.util.Collection;
import java.util.Set;

/** What one captured table has in a real database, of what it may lack. */
public final class Layout {

    /** Everything is there. */
    public static final Layout COMPLETE = new Layout(true, Set.of());

    private final boolean present;
    private final Set<String> missing;

    private Layout(boolean present, Set<String> missing) {
        this.present = present;
        this.missing = missing;
    }

    /** A query for the columns of {@code table} in the session's schema, by name; none = no such table. */
    public static String columnsOf(Table table) {
        return "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '"
                + table.sqlName() + "'";
    }

    /** The layout of {@code table} if it has {@code columns}. What is not optional is taken to be there. */
    public static Layout of(Table table, Collection<String> columns) {
        return new Layout(
                !table.isOptional() || !columns.isEmpty(),
                Set.copyOf(table.columns().stream()
                        .filter(column -> table.isOptional(column) && !columns.contains(column))
                        .toList()));
    }

    /** False only for an optional table that is not there. */
    public boolean isPresent() {
        return present;
    }

    /** False only for an optional column that is not there. */
    public boolean has(String column) {
        return !missing.contains(column);
    }
}
