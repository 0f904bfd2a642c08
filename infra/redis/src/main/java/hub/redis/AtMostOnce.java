package hub.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Optional;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.RedisCredentialsProviderFactory;

/**
 * The configured client, without Lettuce's replay. With {@code autoReconnect} Lettuce sends unacknowledged commands
 * again after a reconnect, in an order and at a moment that nobody chose; here the caller gets the failure and decides.
 */
record AtMostOnce(LettuceClientConfiguration configured) implements LettuceClientConfiguration {

    /** Instead of Lettuce's default of a minute, unless {@code spring.data.redis.timeout} says otherwise. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    @Override
    public Optional<ClientOptions> getClientOptions() {
        return Optional.of(configured
                .getClientOptions()
                .orElseGet(ClientOptions::create)
                .mutate()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(getCommandTimeout()))
                .build());
    }

    @Override
    public Duration getCommandTimeout() {
        Duration timeout = configured.getCommandTimeout();
        return timeout.equals(RedisURI.DEFAULT_TIMEOUT_DURATION) ? DEFAULT_TIMEOUT : timeout;
    }

    @Override
    public boolean isUseSsl() {
        return configured.isUseSsl();
    }

    @Override
    public boolean isVerifyPeer() {
        return configured.isVerifyPeer();
    }

    @Override
    public SslVerifyMode getVerifyMode() {
        return configured.getVerifyMode();
    }

    @Override
    public boolean isStartTls() {
        return configured.isStartTls();
    }

    @Override
    public Optional<ClientResources> getClientResources() {
        return configured.getClientResources();
    }

    @Override
    public Optional<String> getClientName() {
        return configured.getClientName();
    }

    /** Never from a replica: it may stand behind what was committed and announced. */
    @Override
    public Optional<ReadFrom> getReadFrom() {
        return Optional.empty();
    }

    @Override
    public Optional<RedisCredentialsProviderFactory> getRedisCredentialsProviderFactory() {
        return configured.getRedisCredentialsProviderFactory();
    }

    @Override
    public Duration getShutdownTimeout() {
        return configured.getShutdownTimeout();
    }

    @Override
    public Duration getShutdownQuietPeriod() {
        return configured.getShutdownQuietPeriod();
    }
}
