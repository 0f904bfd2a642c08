package hub.testkit.store;

import hub.projections.store.Announcement;
import hub.projections.store.ReadModelStore;
import hub.redis.StoreSignal;
import hub.testkit.servers.StoreServer;
import org.junit.jupiter.api.AfterEach;

/** The store contract on a Redis server. */
abstract class RedisStoreContract extends ReadModelStoreContract {

    private final RedisUnderTest server;

    RedisStoreContract(StoreServer address) {
        server = new RedisUnderTest(address);
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    protected ReadModelStore store() {
        return server.store;
    }

    @Override
    protected Announcement nextAnnouncement() {
        if (server.nextSignal() instanceof StoreSignal.Announced(Announcement announcement)) {
            return announcement;
        }
        throw new AssertionError("the next signal is not an announcement");
    }
}
