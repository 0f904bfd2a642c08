package hub.ingest.debezium;

import hub.projections.change.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one record of the engine says, in our words. */
sealed interface StreamRecord {

    /** A transaction begins. */
    record Begin(String transaction) implements StreamRecord {}

    /** The open transaction ends; it was committed at {@code committedAt}. */
    record End(String transaction, Instant committedAt) implements StreamRecord {}

    /** A row changed; {@code null} for a row of the canary's table that says nothing. */
    record RowRead(@Nullable Change change, boolean snapshot) implements StreamRecord {}

    /** {@code TRUNCATE}: a statement that stands alone, with its own GTID where there are GTIDs. */
    record TableTruncated(Change.Truncated change, @Nullable String gtid, Instant committedAt)
            implements StreamRecord {}

    /** A schema change of a captured table, or of one that might become one. */
    record SchemaChanged(String ddl) implements StreamRecord {}

    /** Nothing but an offset. */
    record Heartbeat() implements StreamRecord {}

    Heartbeat HEARTBEAT = new Heartbeat();
}
