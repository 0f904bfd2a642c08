package hub.testkit.store;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;
import hub.testkit.servers.StoreServer;

/** The contract on a Redis 8. */
@RequiresRealServers
class RedisStoreContractRealServersIT extends RedisContract {

    @Override
    StoreServer server() {
        return Servers.real().store();
    }
}
