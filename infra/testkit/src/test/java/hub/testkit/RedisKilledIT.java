package hub.testkit;

import hub.embedded.EmbeddedRedis;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Redis ends, and is started again with what it had on disk. */
class RedisKilledIT extends RedisAwayContract {

    @TempDir
    Path disk;

    private EmbeddedRedis redis;

    @BeforeEach
    void start() {
        redis = start(0);
    }

    private EmbeddedRedis start(int port) {
        return EmbeddedRedis.start(port, "--dir", disk.toString(), "--appendonly", "yes", "--appendfsync", "always");
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
