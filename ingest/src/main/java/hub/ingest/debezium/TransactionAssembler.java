package hub.ingest.debezium;

import static io.debezium.relational.RelationalChangeRecordEmitter.PK_UPDATE_NEWKEY_FIELD;

import hub.projections.change.Change;
import hub.projections.change.Table;
import hub.projections.projector.ChangeSink;
import hub.projections.store.Checkpoint;
import hub.projections.store.SourceProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns the engine's records into whole transactions for a {@link ChangeSink}.
 *
 * <ul>
 *   <li>A transaction's rows are handed over as they come and become visible at its END, whose offset lies after the
 *       transaction (see {@link CommittedOffsets}). Counts in END are not used: they start anew when the engine resumes
 *       inside a transaction.
 *   <li>Empty transactions (of tables that are not captured) wait for the end of the engine's batch and collapse into one
 *       commit.
 *   <li>A schema change commits nothing by itself: its history entry travels with the next commit, whose offset is past
 *       it. Until then a restart reads the statement again, with a history that does not contain it. One that altered
 *       rows (see {@link SchemaWatch}) ends the stream before it.
 *   <li>{@code TRUNCATE} stands alone: MySQL sends it outside BEGIN and END, MariaDB after a BEGIN that no END follows.
 *   <li>Heartbeats are dispatched anywhere, also inside transactions, before a resumed transaction's BEGIN, and after DDL
 *       with a GTID set that lacks it. They move the offset only while the stream is quiet, only forwards, and only once
 *       a transaction has ended in this run.
 * </ul>
 *
 * <p>Threads: the engine's handler only.
 */
final class TransactionAssembler {

    private static final Duration QUIET = Duration.ofSeconds(10);

    private final ChangeSink sink;
    private final Positions positions;
    private final StagedEntries staged;
    private final InstantSource clock;
    private final RecordDecoder decoder = new RecordDecoder();
    private final List<String> history = new ArrayList<>();
    private Set<Table> tables = Set.of();

    private boolean filling;
    private @Nullable String open;
    private long changes;
    private boolean aligned;
    private @Nullable SourceProgress empty;
    private @Nullable SourceProgress last;
    private Instant lastAt;

    TransactionAssembler(
            ChangeSink sink, Positions positions, StagedEntries staged, Checkpoint from, InstantSource clock) {
        this.sink = sink;
        this.positions = positions;
        this.staged = staged;
        this.clock = clock;
        this.filling = from.phase() == Checkpoint.Phase.FILLING;
        this.lastAt = clock.instant();
    }

    void accept(SourceRecord record) {
        switch (decoder.decode(record)) {
            case StreamRecord.RowRead row -> row(row, record);
            case StreamRecord.Begin begin -> begin(begin);
            case StreamRecord.End end -> end(end, record);
            case StreamRecord.TableTruncated truncated -> truncated(truncated, record);
            case StreamRecord.SchemaChanged change -> schemaChanged(change, record);
            case StreamRecord.Heartbeat heartbeat -> heartbeat(record.sourceOffset());
        }
    }

    /** The engine has handed over all it had. */
    void endOfBatch() {
        if (empty != null && open == null) {
            commit(empty);
        }
        sink.batchEnd();
    }

    private void row(StreamRecord.RowRead row, SourceRecord record) {
        Change change = row.change();
        if (row.snapshot() != filling) {
            throw new Undecodable(
                    filling ? "a streamed row arrived inside the snapshot" : "a snapshot row arrived in the stream");
        }
        if (filling) {
            if (change != null) {
                sink.snapshotRow(change);
            }
            return;
        }
        if (open == null) {
            throw new Undecodable(
                    "a row change arrived outside of a transaction (XA is not supported): " + record.topic());
        }
        changes++;
        if (change != null) {
            sink.change(change, () -> resumeAfter(record));
        }
    }

    /** Both halves of a changed key carry one offset, which lies after both: resuming behind the first would lose the second. */
    private static Optional<String> resumeAfter(SourceRecord record) {
        boolean secondHalfFollows = record.headers().lastWithName(PK_UPDATE_NEWKEY_FIELD) != null;
        return secondHalfFollows ? Optional.empty() : Optional.of(Offsets.text(record.sourceOffset()));
    }

    private void begin(StreamRecord.Begin begin) {
        requireStreaming("BEGIN");
        if (open != null && changes > 0) {
            if (open.equals(begin.transaction())) {
                throw new InterruptedStream(
                        "transaction " + open + " began twice: the connection was renewed inside it");
            }
            throw new Undecodable(
                    "transaction " + open + " has row changes but no end (XA or a non-transactional table)");
        }
        open = begin.transaction();
        changes = 0;
    }

    private void end(StreamRecord.End end, SourceRecord record) {
        requireStreaming("END");
        if (open == null) {
            throw new Undecodable("END of " + end.transaction() + " without its BEGIN");
        }
        open = null;
        aligned = true;
        SourceProgress progress = progress(record.sourceOffset(), end.committedAt());
        if (changes > 0) {
            commit(progress);
        } else {
            empty = progress;
        }
        changes = 0;
    }

    private void truncated(StreamRecord.TableTruncated truncated, SourceRecord record) {
        requireStreaming("TRUNCATE");
        if (changes > 0) {
            throw new Undecodable("TRUNCATE inside transaction " + open);
        }
        Map<String, Object> after = positions.after(record.sourceOffset(), truncated.gtid());
        sink.change(truncated.change(), () -> Optional.of(Offsets.text(after)));
        open = null;
        commit(progress(after, truncated.committedAt()));
    }

    private void schemaChanged(StreamRecord.SchemaChanged change, SourceRecord record) {
        if (empty != null) {
            commit(empty);
        }
        for (StagedEntries.Entry entry : staged.take(record.sourceOffset(), change.ddl())) {
            if (!entry.harm().isEmpty()) {
                throw new Undecodable("a schema change altered rows without telling: " + entry.harm());
            }
            history.add(entry.json());
            tables = entry.tables();
        }
    }

    private void heartbeat(Map<String, ?> offset) {
        if (filling && !Offsets.insideSnapshot(offset)) {
            filling = false;
            aligned = true;
            sink.snapshotCompleted(carryingHistory(progress(offset, null)));
            return;
        }
        if (!aligned || filling || open != null || Offsets.insideTransaction(offset) || last == null) {
            return;
        }
        if (Duration.between(lastAt, clock.instant()).compareTo(QUIET) < 0) {
            return;
        }
        SourceProgress progress = progress(offset, null);
        if (!progress.resume().equals(last.resume()) && Positions.contains(progress.position(), last.position())) {
            commit(progress);
        }
    }

    private SourceProgress progress(Map<String, ?> offset, @Nullable Instant committedAt) {
        return new SourceProgress(Offsets.text(offset), positions.position(offset), committedAt, List.of());
    }

    private void commit(SourceProgress progress) {
        sink.transactionEnd(carryingHistory(progress));
    }

    private SourceProgress carryingHistory(SourceProgress progress) {
        SourceProgress complete = new SourceProgress(
                progress.resume(), progress.position(), progress.committedAt(), List.copyOf(history), tables);
        history.clear();
        tables = Set.of();
        empty = null;
        last = complete;
        lastAt = clock.instant();
        return complete;
    }

    private void requireStreaming(String what) {
        if (filling) {
            throw new Undecodable(what + " arrived before the snapshot was complete");
        }
    }
}
