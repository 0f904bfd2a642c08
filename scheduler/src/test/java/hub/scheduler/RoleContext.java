package hub.scheduler;

import hub.mysql.MysqlSettings;
import hub.projections.operations.ControlPlane;
import hub.redis.BoardReader;
import hub.redis.BoardSnapshots;
import hub.redis.JobBoard;
import hub.redis.RedisConnections;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The scheduler role as a process would run it. */
final class RoleContext {

    private static final Duration REDIS_WITHIN = Duration.ofSeconds(2);

    private RoleContext() {}

    static AnnotationConfigApplicationContext start(
            MysqlSettings jobs, String redisHost, int redisPort, ControlPlane control) {
        return start(jobs, redisHost, redisPort, control, Clock.systemUTC(), Map.of());
    }

    static AnnotationConfigApplicationContext start(
            MysqlSettings jobs,
            String redisHost,
            int redisPort,
            ControlPlane control,
            InstantSource clock,
            Map<String, Object> settings) {
        return start(jobs, redisHost, redisPort, control, clock, settings, context -> {});
    }

    /** @param more registers what else the process has */
    static AnnotationConfigApplicationContext start(
            MysqlSettings jobs,
            String redisHost,
            int redisPort,
            ControlPlane control,
            InstantSource clock,
            Map<String, Object> settings,
            Consumer<AnnotationConfigApplicationContext> more) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(
                LettuceConnectionFactory.class,
                () -> new LettuceConnectionFactory(
                        new RedisStandaloneConfiguration(redisHost, redisPort),
                        LettuceClientConfiguration.builder()
                                .commandTimeout(REDIS_WITHIN)
                                .build()));
        context.registerBean(
                JobBoard.class,
                () -> new JobBoard(new RedisConnections(context.getBean(LettuceConnectionFactory.class))));
        context.registerBean(
                BoardSnapshots.class,
                () -> new BoardSnapshots(
                        new BoardReader(new RedisConnections(context.getBean(LettuceConnectionFactory.class)))));
        context.registerBean(ControlPlane.class, () -> control);
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(SchedulerRole.JOBS_MYSQL, MysqlSettings.class, () -> jobs);
        more.accept(context);
        context.register(SchedulerRole.class);
        context.refresh();
        return context;
    }
}
