package hub.app.roles;

import hub.mysql.MysqlSettings;
import hub.scheduler.SchedulerRole;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The role scheduler. */
final class Jobs implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Jobs(RedisSession redis, MysqlSettings user) {
        context.setParent(redis.context());
        context.registerBean(SchedulerRole.JOBS_MYSQL, MysqlSettings.class, () -> user);
        context.register(SchedulerRole.class);
        context.refresh();
    }

    static Jobs start(RedisSession redis, MysqlSettings user) {
        return new Jobs(redis, user);
    }

    @Override
    public void close() {
        context.close();
    }
}
