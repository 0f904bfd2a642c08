package hub.testkit.architecture.planted.ingest;

import io.lettuce.core.RedisClient;

public final class TalksToRedis {
    static final RedisClient CLIENT = RedisClient.create();
}
