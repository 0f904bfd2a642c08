package hub.projections.change;

import org.jspecify.annotations.Nullable;

/** What one entry of the change stream says: a row changed, a table was emptied, or our own canary came by. */
public sealed interface Change {

    /**
     * A row changed. {@code before == null} is an insert (or a snapshot read), {@code after == null} a delete; never
     * both null. Both rows, where present, belong to one table and are full images.
     */
    record RowChanged(@Nullable Row before, @Nullable Row after) implements Change {
        public RowChanged {
            if (before == null && after == null) {
                throw new IllegalArgumentException("a row change needs a before or an after image");
            }
            if (before != null && after != null && before.table() != after.table()) {
                throw new IllegalArgumentException(
                        "before is a row of " + before.table() + " but after is a row of " + after.table());
            }
        }

        public static RowChanged inserted(Row after) {
            return new RowChanged(null, after);
        }

        public static RowChanged updated(Row before, Row after) {
            return new RowChanged(before, after);
        }

        public static RowChanged deleted(Row before) {
            return new RowChanged(before, null);
        }
    }

    /** {@code TRUNCATE TABLE}: every row of the table is gone, without a before image. */
    record Truncated(Table table) implements Change {}

    /** The canary that the scheduler role wrote arrived. */
    record CanaryReturned(Canary canary) implements Change {}
}
