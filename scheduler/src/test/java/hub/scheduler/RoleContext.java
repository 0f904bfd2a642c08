package hub.scheduler;

import hub.mysql.MysqlSettings;
import hub.projections.operations.ControlPlane;
import hub.redis.BoardReader;
import hub.redis.BoardSnapshots;
import hub.redis.JobBoard;
import hub.redis.RedisConnections;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The scheduler role as a process would run it. */
final class RoleContext {

    private RoleContext() {}

    static AnnotationConfigApplicationContext start(
            MysqlSettings jobs, String redisHost, int redisPort, ControlPlane control) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(LettuceConnectionFactory.class, () -> new LettuceConnectionFactory(redisHost, redisPort));
        context.registerBean(
                JobBoard.class,
                () -> new JobBoard(new RedisConnections(context.getBean(LettuceConnectionFactory.class))));
        context.registerBean(
                BoardSnapshots.class,
                () -> new BoardSnapshots(
                        new BoardReader(new RedisConnections(context.getBean(LettuceConnectionFactory.class)))));
        context.registerBean(ControlPlane.class, () -> control);
        context.registerBean(InstantSource.class, Clock::systemUTC);
        context.registerBean(SchedulerRole.JOBS_MYSQL, MysqlSettings.class, () -> jobs);
        context.register(SchedulerRole.class);
        context.refresh();
        return context;
    }
}
