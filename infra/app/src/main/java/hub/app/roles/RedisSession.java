package hub.app.roles;

import hub.app.config.Settings;
import hub.redis.HubRedisConfiguration;
import hub.redis.JobBoard;
import hub.redis.RedisControlPlane;
import hub.redis.RedisPreflight;
import hub.redis.RedisStore;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The Redis that {@code spring.data.redis.*} names, and the clock: what every role and every operator command needs. */
public final class RedisSession implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /**
     * Connects to nothing yet.
     *
     * @throws hub.app.config.UsageError if a setting is malformed
     */
    public RedisSession(Settings settings) {
        this(settings, Clock.systemUTC());
    }

    RedisSession(Settings settings, Clock clock) {
        context.registerBean(Clock.class, () -> clock);
        context.setEnvironment(settings.environment());
        context.register(Wiring.class);
        try {
            context.refresh();
        } catch (RuntimeException e) {
            throw StartFailure.explained(e);
        }
    }

    public RedisStore store() {
        return context.getBean(RedisStore.class);
    }

    public RedisControlPlane control() {
        return context.getBean(RedisControlPlane.class);
    }

    public JobBoard jobs() {
        return context.getBean(JobBoard.class);
    }

    RedisPreflight preflight() {
        return context.getBean(RedisPreflight.class);
    }

    Clock clock() {
        return context.getBean(Clock.class);
    }

    /** To be the parent of what builds on it. */
    AnnotationConfigApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
    @Import(HubRedisConfiguration.class)
    static class Wiring {}
}
