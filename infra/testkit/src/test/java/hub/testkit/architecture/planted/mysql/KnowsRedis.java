package hub.testkit.architecture.planted.mysql;

import hub.testkit.architecture.planted.redis.ServesHttp;

public final class KnowsRedis {
    static final Class<?> STORE = ServesHttp.class;
}
