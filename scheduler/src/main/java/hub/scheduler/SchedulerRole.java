package hub.scheduler;

import hub.mysql.MysqlPools;
import hub.mysql.MysqlSettings;
import hub.projections.operations.ControlPlane;
import io.r2dbc.pool.ConnectionPool;
import java.time.InstantSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The scheduler role. Import it where the role is on; it needs a {@link RedisConnectionFactory}, a {@link ControlPlane},
 * an {@link InstantSource} and the {@link MysqlSettings} named {@value #JOBS_MYSQL}. Any number of processes may run it:
 * locks in Redis let one of them do each run, which saves work; correctness never depends on them.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "PT30S")
public class SchedulerRole {

    /** Name of the bean with the settings of the user that the jobs write as. */
    public static final String JOBS_MYSQL = "jobsMysql";

    private static final int JOBS_AT_ONCE = 4;
    private static final int CONNECTIONS = 2;

    /** Runs of one job never overlap; each thread is virtual, so a job that waits costs nothing. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(JOBS_AT_ONCE);
        scheduler.setThreadFactory(Thread.ofVirtual().name("job-", 0).factory());
        // What runs still needs MySQL and Redis, which are closed next.
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(5);
        return scheduler;
    }

    @Bean
    LockProvider lockProvider(RedisConnectionFactory redis, InstantSource clock) {
        return new PatientLocks(
                new RedisLockProvider(redis, "hub"),
                new Outage(LoggerFactory.getLogger(SchedulerRole.class), "Locking in Redis", clock));
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool jobsPool(@Qualifier(JOBS_MYSQL) MysqlSettings settings) {
        return MysqlPools.pool(settings, "jobs", CONNECTIONS);
    }

    @Bean
    CanaryJob canaryJob(ConnectionPool jobsPool, ControlPlane control, InstantSource clock) {
        return new CanaryJob(new CanaryWriter(jobsPool), control, clock);
    }
}
