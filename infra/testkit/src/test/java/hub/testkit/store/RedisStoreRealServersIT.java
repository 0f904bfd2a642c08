package hub.testkit.store;

import hub.testkit.store.RedisUnderTest.Address;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Everything that talks to Redis, on a real Redis 8. */
@EnabledIf(value = "wanted", disabledReason = "no Docker engine answers, so there is no real Redis to test against")
class RedisStoreRealServersIT {

    private static final int PORT = 6379;

    private static GenericContainer<?> server;

    /** Where they are required, a missing engine is a failure. */
    static boolean wanted() {
        return Boolean.parseBoolean(System.getenv("HUB_REQUIRE_REAL_SERVERS"))
                || DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void start() {
        server = new GenericContainer<>(DockerImageName.parse("redis:8"))
                .withExposedPorts(PORT)
                .withCommand("redis-server", "--save", "")
                .waitingFor(Wait.forListeningPort())
                .withStartupTimeout(Duration.ofMinutes(1));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static Address address() {
        return new Address(server.getHost(), server.getMappedPort(PORT));
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
