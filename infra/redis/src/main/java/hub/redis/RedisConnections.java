package hub.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The service's own Redis client: the same server and credentials as the application's connection factory, but at most
 * once. A connection that breaks fails every command on it at once and is replaced; nothing is replayed behind the
 * caller's back.
 *
 * <p>Threads: safe for concurrent use. Connects to nothing by itself.
 */
public final class RedisConnections implements AutoCloseable {

    private final LettuceConnectionFactory own;
    private final RedisClient client;

    /**
     * @param configured where Redis is and how to log in; one server or Sentinel
     * @throws IllegalArgumentException if it names a cluster
     */
    public RedisConnections(LettuceConnectionFactory configured) {
        own = new LettuceConnectionFactory(server(configured), new AtMostOnce(configured.getClientConfiguration()));
        own.start();
        client = (RedisClient) own.getRequiredNativeClient();
    }

    private static RedisConfiguration server(LettuceConnectionFactory configured) {
        if (configured.getClusterConfiguration() != null) {
            throw new IllegalArgumentException(
                    "spring.data.redis.cluster.* names a cluster, which is not supported: name one server by"
                            + " spring.data.redis.host or Sentinels by spring.data.redis.sentinel.*");
        }
        if (configured.getSentinelConfiguration() != null) {
            return configured.getSentinelConfiguration();
        }
        if (configured.getSocketConfiguration() != null) {
            return configured.getSocketConfiguration();
        }
        return configured.getStandaloneConfiguration();
    }

    StatefulRedisConnection<String, String> connect() {
        return client.connect(StringCodec.UTF8);
    }

    StatefulRedisPubSubConnection<String, String> connectPubSub() {
        return client.connectPubSub(StringCodec.UTF8);
    }

    /** How long a command may take. */
    Duration timeout() {
        return own.getClientConfiguration().getCommandTimeout();
    }

    @Override
    public void close() {
        own.destroy();
    }
}
