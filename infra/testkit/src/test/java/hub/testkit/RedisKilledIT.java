package hub.testkit;

import hub.embedded.EmbeddedRedis;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Redis ends, and is started again with what it had on disk. */
class RedisKilledIT extends EmbeddedRedisAwayContract {

    @TempDir
    Path disk;

    @Override
    EmbeddedRedis start(int port) {
        return EmbeddedRedis.start(port, "--dir", disk.toString(), "--appendonly", "yes", "--appendfsync", "always");
    }
}
