package hub.projections.projector;

import hub.projections.change.Change;
import hub.projections.store.SourceProgress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a source of changes delivers. One thread at a time; every method may block while the store is behind, and throws
 * {@link PipelineStopped} once nothing more can be committed: the source must then stop and start again from the stored
 * checkpoint.
 */
public interface ChangeSink {

    /** About as many changes are kept for one transaction before a part of it is committed as {@code mid-transaction}. */
    int MAX_TRANSACTION = 10_000;

    /** One row read by the snapshot, while filling. */
    void snapshotRow(Change change);

    /** The snapshot is complete; from here on the generation streams. */
    void snapshotCompleted(SourceProgress progress);

    /**
     * One change of the open transaction.
     *
     * @param resumeAfter the connector's offset right after this change, asked only if the transaction is so long that a
     *     part of it is committed here; empty if nobody can resume there, so that the part ends with a later change
     */
    void change(Change change, Supplier<Optional<String>> resumeAfter);

    /** The open transaction (which may be empty) ends: all its changes become visible together. */
    void transactionEnd(SourceProgress progress);

    /**
     * Nothing more is at hand: what has ended becomes visible now, and need not wait for more to go with it. Rows of a snapshot,
     * which nobody sees before it is complete, may wait.
     */
    void batchEnd();
}
