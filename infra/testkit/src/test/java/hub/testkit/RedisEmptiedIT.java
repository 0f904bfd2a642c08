package hub.testkit;

import hub.embedded.EmbeddedRedis;

/** Redis keeps nothing on disk: it ends, and is started again with nothing in it. */
class RedisEmptiedIT extends EmbeddedRedisAwayContract {

    @Override
    EmbeddedRedis start(int port) {
        return EmbeddedRedis.start(port);
    }
}
