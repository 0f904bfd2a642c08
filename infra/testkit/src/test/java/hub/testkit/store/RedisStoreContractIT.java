package hub.testkit.store;

import hub.testkit.servers.Servers;
import hub.testkit.servers.StoreServer;

/** The contract on the embedded Redis 6.2. */
class RedisStoreContractIT extends RedisContract {

    @Override
    StoreServer server() {
        return Servers.embedded().store();
    }
}
