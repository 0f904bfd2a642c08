package hub.scheduler;

import hub.scheduler.run.JobsDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The locks of the role, for tests in other packages. */
public final class TestLocks {

    private TestLocks() {}

    public static LockProvider inRedis(String host, int port) {
        return new PatientLocks(redis(host, port), outage());
    }

    /**
     * In Redis, and in MySQL while that is away.
     *
     * @param fromMysql counts those that MySQL gave
     */
    public static LockProvider ofTheRole(String host, int port, JobsDatabase database, AtomicInteger fromMysql) {
        LockProvider mysql = new MysqlLocks(database);
        return new PatientLocks(redis(host, port), outage(), configuration -> {
            Optional<SimpleLock> lock = mysql.lock(configuration);
            lock.ifPresent(given -> fromMysql.incrementAndGet());
            return lock;
        });
    }

    @SuppressWarnings("resource") // lives as long as its process
    private static LockProvider redis(String host, int port) {
        LettuceConnectionFactory redis = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(host, port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(1))
                        .build());
        redis.afterPropertiesSet();
        redis.start();
        return new RedisLockProvider(redis, "hub");
    }

    private static Outage outage() {
        return new Outage(LoggerFactory.getLogger(TestLocks.class), "Locking in Redis", Clock.systemUTC());
    }
}
