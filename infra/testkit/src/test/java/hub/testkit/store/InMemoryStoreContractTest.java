package hub.testkit.store;

import hub.projections.store.Announcement;
import hub.projections.store.InMemoryStore;
import hub.projections.store.ReadModelStore;
import java.util.ArrayDeque;
import java.util.Deque;

class InMemoryStoreContractTest extends ReadModelStoreContract {

    private final Deque<Announcement> announcements = new ArrayDeque<>();
    private final InMemoryStore store = new InMemoryStore(announcements::add);

    @Override
    protected ReadModelStore store() {
        return store;
    }

    @Override
    protected Announcement nextAnnouncement() {
        return announcements.remove();
    }
}
