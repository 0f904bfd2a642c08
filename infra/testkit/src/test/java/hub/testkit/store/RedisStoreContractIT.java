package hub.testkit.store;

import hub.testkit.servers.Servers;
import org.junit.jupiter.api.Nested;

/** Everything that talks to Redis, on the embedded Redis 6.2. */
class RedisStoreContractIT {

    @Nested
    class Store extends RedisStoreContract {
        Store() {
            super(Servers.embedded().store());
        }
    }

    @Nested
    class CommitScript extends RedisCommitContract {
        CommitScript() {
            super(Servers.embedded().store());
        }
    }

    @Nested
    class Reader extends RedisReaderContract {
        Reader() {
            super(Servers.embedded().store());
        }
    }

    @Nested
    class ControlPlane extends RedisControlPlaneContract {
        ControlPlane() {
            super(Servers.embedded().store());
        }
    }

    @Nested
    class Rights extends RedisRightsContract {
        Rights() {
            super(Servers.embedded().store());
        }
    }

    @Nested
    class OneTimeTickets extends RedisTicketsContract {
        OneTimeTickets() {
            super(Servers.embedded().store());
        }
    }

    @Nested
    class WhoServes extends RedisServingProcessesContract {
        WhoServes() {
            super(Servers.embedded().store());
        }
    }
}
