package hub.projections.projector;

import hub.projections.store.Commit;
import hub.projections.store.StoreUnavailable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

final class RecordingListener implements WriterListener {

    final List<Commit> commits = new CopyOnWriteArrayList<>();
    final List<StoreUnavailable> outages = new CopyOnWriteArrayList<>();

    @Override
    public void committed(Commit commit) {
        commits.add(commit);
    }

    @Override
    public void storeUnavailable(StoreUnavailable cause) {
        outages.add(cause);
    }
}
