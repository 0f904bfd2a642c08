package hub.scheduler;

import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The locks of the role, for tests in other packages. */
public final class TestLocks {

    private TestLocks() {}

    @SuppressWarnings("resource") // lives as long as its process
    public static LockProvider inRedis(String host, int port) {
        LettuceConnectionFactory redis = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(host, port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(3))
                        .build());
        redis.afterPropertiesSet();
        redis.start();
        return new PatientLocks(
                new RedisLockProvider(redis, "hub"),
                new Outage(LoggerFactory.getLogger(TestLocks.class), "Locking in Redis", Clock.systemUTC()));
    }
}
