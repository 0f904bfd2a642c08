package hub.testkit.store;

import hub.embedded.EmbeddedRedis;
import hub.testkit.store.RedisUnderTest.Address;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Everything that talks to Redis, on the embedded Redis 6.2. */
class RedisStoreContractIT {

    private static EmbeddedRedis server;

    @BeforeAll
    static void start() {
        server = EmbeddedRedis.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Address address() {
        return new Address(server.host(), server.port());
    }

    @Nested
    class Store extends RedisStoreContract {
        Store() {
            super(address());
        }
    }

    @Nested
    class CommitScript extends RedisCommitContract {
        CommitScript() {
            super(address());
        }
    }

    @Nested
    class Reader extends RedisReaderContract {
        Reader() {
            super(address());
        }
    }

    @Nested
    class ControlPlane extends RedisControlPlaneContract {
        ControlPlane() {
            super(address());
        }
    }

    @Nested
    class Rights extends RedisRightsContract {
        Rights() {
            super(address());
        }
    }
}
