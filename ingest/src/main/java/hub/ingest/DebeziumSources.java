package hub.ingest;

import hub.ingest.debezium.DebeziumSource;
import hub.ingest.debezium.FollowedTables;
import hub.ingest.debezium.Positions;
import hub.ingest.sql.ConsistentRead;
import hub.ingest.sql.GoneTables;
import hub.ingest.sql.SourceConnection;
import hub.ingest.sql.SourceIdentity;
import hub.ingest.sql.SourceSize;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A MySQL or MariaDB through the embedded engine. */
record DebeziumSources(SourceSettings settings, InstantSource clock) implements Sources {

    @Override
    public ChangeSource stream(Generation generation, Checkpoint from, List<String> history) {
        return new DebeziumSource(settings, generation, from, history, clock);
    }

    @Override
    public Optional<StreamBreak> brokenAt(Checkpoint from, List<String> history) throws SQLException {
        return Continuity.brokenAt(settings, from, history);
    }

    @Override
    public boolean tablesAreGone(List<String> history) throws SQLException {
        return !GoneTables.among(settings, FollowedTables.in(history)).isEmpty();
    }

    @Override
    public String identity() throws SQLException {
        try (SourceConnection source = SourceConnection.open(settings)) {
            return SourceIdentity.of(source);
        }
    }

    @Override
    public long estimateRows() throws SQLException {
        return SourceSize.of(settings).total();
    }

    @Override
    public ConsistentRead read(Consumer<SourcePosition> whileFixed) throws SQLException {
        return ConsistentRead.open(settings, whileFixed);
    }

    @Override
    public boolean contains(SourcePosition later, SourcePosition earlier) {
        return Positions.contains(later, earlier);
    }
}
