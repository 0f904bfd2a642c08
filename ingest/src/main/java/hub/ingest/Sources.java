package hub.ingest;

import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The source server, as the ingest role sees it: a stream per generation, and reads beside the stream. */
interface Sources {

    ChangeSource stream(Generation generation, Checkpoint from, List<String> history);

    /** Why the stream cannot be continued from {@code from}, with that schema history. */
    Optional<StreamBreak> brokenAt(Checkpoint from, List<String> history) throws SQLException;

    /** Whether tables that the schema history knows are there no more. */
    boolean tablesAreGone(List<String> history) throws SQLException;

    /** Which server's history positions belong to. */
    String identity() throws SQLException;

    /** An estimate of the rows that a snapshot reads. */
    long estimateRows() throws SQLException;

    /** All rows at one known position; {@code whileFixed} is told the position before the source can go beyond it. */
    hub.ingest.sql.ConsistentRead read(Consumer<SourcePosition> whileFixed) throws SQLException;

    boolean contains(SourcePosition later, SourcePosition earlier);
}
