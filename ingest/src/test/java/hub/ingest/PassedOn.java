package hub.ingest;

import hub.projections.change.Change;
import hub.projections.projector.ChangeSink;
import hub.projections.store.SourceProgress;
import java.util.Optional;
import java.util.function.Supplier;

/** Passes everything on: what a test does on the way, it overrides. */
abstract class PassedOn implements ChangeSink {

    final ChangeSink sink;

    PassedOn(ChangeSink sink) {
        this.sink = sink;
    }

    @Override
    public void snapshotRow(Change change) {
        sink.snapshotRow(change);
    }

    @Override
    public void snapshotCompleted(SourceProgress progress) {
        sink.snapshotCompleted(progress);
    }

    @Override
    public void change(Change change, Supplier<Optional<String>> resumeAfter) {
        sink.change(change, resumeAfter);
    }

    @Override
    public void transactionEnd(SourceProgress progress) {
        sink.transactionEnd(progress);
    }

    @Override
    public void batchEnd() {
        sink.batchEnd();
    }
}
