package hub.ingest.debezium;

import hub.projections.change.Change;
import hub.projections.projector.ChangeSink;
import hub.projections.store.SourceProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers what it was given, in order, as text. */
final class RecordingSink implements ChangeSink {

    final List<String> seen = new ArrayList<>();
    final List<SourceProgress> ends = new ArrayList<>();

    @Override
    public void snapshotRow(Change change) {
        seen.add("snapshot row");
    }

    @Override
    public void snapshotCompleted(SourceProgress progress) {
        seen.add("snapshot completed");
        ends.add(progress);
    }

    @Override
    public void change(Change change, Supplier<Optional<String>> resumeAfter) {
        seen.add(change.getClass().getSimpleName());
    }

    @Override
    public void transactionEnd(SourceProgress progress) {
        seen.add("end");
        ends.add(progress);
    }

    @Override
    public void batchEnd() {}
}
