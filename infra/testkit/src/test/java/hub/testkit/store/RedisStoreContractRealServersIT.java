package hub.testkit.store;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;
import org.junit.jupiter.api.Nested;

/** Everything that talks to Redis, on a real Redis 8. */
@RequiresRealServers
class RedisStoreContractRealServersIT {

    @Nested
    class Store extends RedisStoreContract {
        Store() {
            super(Servers.real().store());
        }
    }

    @Nested
    class CommitScript extends RedisCommitContract {
        CommitScript() {
            super(Servers.real().store());
        }
    }

    @Nested
    class Reader extends RedisReaderContract {
        Reader() {
            super(Servers.real().store());
        }
    }

    @Nested
    class ControlPlane extends RedisControlPlaneContract {
        ControlPlane() {
            super(Servers.real().store());
        }
    }

    @Nested
    class Rights extends RedisRightsContract {
        Rights() {
            super(Servers.real().store());
        }
    }
}
