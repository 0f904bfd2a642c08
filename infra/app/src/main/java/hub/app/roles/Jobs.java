package hub.app.roles;

import hub.mysql.MysqlSettings;
import hub.scheduler.SchedulerRole;
import hub.scheduler.run.Job;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The role scheduler. */
final class Jobs implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Jobs(RedisSession redis, MysqlSettings user, List<Job> more, MeterRegistry meters) {
        context.setParent(redis.context());
        // A singleton of others: it is not closed along with this context.
        context.getBeanFactory().registerSingleton("meterRegistry", meters);
        context.registerBean(SchedulerRole.JOBS_MYSQL, MysqlSettings.class, () -> user);
        for (Job job : more) {
            context.registerBean(job.plan().name(), Job.class, () -> job);
        }
        context.register(SchedulerRole.class);
        context.refresh();
    }

    /** @param more jobs that the role itself does not know; @param meters where the jobs are measured */
    static Jobs start(RedisSession redis, MysqlSettings user, List<Job> more, MeterRegistry meters) {
        return new Jobs(redis, user, more, meters);
    }

    @Override
    public void close() {
        context.close();
    }
}
