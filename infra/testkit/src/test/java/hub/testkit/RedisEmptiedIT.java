package hub.testkit;

import hub.embedded.EmbeddedRedis;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Redis keeps nothing on disk: it ends, and is started again with nothing in it. */
class RedisEmptiedIT extends RedisAwayContract {

    private EmbeddedRedis redis;

    @BeforeEach
    void start() {
        redis = EmbeddedRedis.start();
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
        redis = EmbeddedRedis.start(redis.port());
    }
}
