package hub.testkit;

import hub.embedded.EmbeddedRedis;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Redis of the test's own, which ends and is started again. */
abstract class EmbeddedRedisAwayContract extends RedisAwayContract {

    private EmbeddedRedis redis;

    /** @param port 0 = any free one */
    abstract EmbeddedRedis start(int port);

    @BeforeEach
    void start() {
        redis = start(0);
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Override
    SourceServer source() {
        return Servers.embedded().source();
    }

    @Override
    StoreServer store() {
        return new StoreServer(redis.host(), redis.port());
    }

    @Override
    void takeRedisAway() {
        redis.close();
    }

    @Override
    void bringRedisBack() {
        redis = start(redis.port());
    }
}
