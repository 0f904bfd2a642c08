package hub.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnections.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

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

    /** Waits for the client's end, but not for ever as Lettuce's own {@code shutdown()} does (redis/lettuce#2278). */
    @Override
    public void close() {
        try {
            client.shutdownAsync().get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The Redis client did not end within {}; the process goes on without waiting", LONGEST_END, e);
        }
        own.destroy();
    }
}
