package hub.testkit.store;

import hub.embedded.EmbeddedRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on the embedded Redis 6.2. */
class RedisStoreContractIT extends RedisContract {

    private static EmbeddedRedis server;

    @BeforeAll
    static void start() {
        server = EmbeddedRedis.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    String host() {
        return server.host();
    }

    @Override
    int port() {
        return server.port();
    }
}
