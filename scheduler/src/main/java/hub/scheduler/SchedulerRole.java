package hub.scheduler;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlPools;
import hub.mysql.MysqlSettings;
import hub.mysql.SourceRows;
import hub.projections.Catalog;
import hub.projections.operations.ControlPlane;
import hub.projections.store.ReadModelStore;
import hub.redis.BoardReader;
import hub.redis.JobBoard;
import hub.redis.ServingProcesses;
import hub.scheduler.idle.CheckIdle;
import hub.scheduler.reporting.ReportingConfiguration;
import hub.scheduler.retention.Retention;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobMeters;
import hub.scheduler.run.JobModes;
import hub.scheduler.run.Jobs;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.scores.ProcessActivities;
import hub.scheduler.scores.RealtimeScores;
import hub.scheduler.seal.CloseDay;
import hub.scheduler.seal.FinalizeDaily;
import hub.scheduler.seal.RestateDays;
import hub.scheduler.warmup.CacheWarmup;
import hub.scheduler.warmup.ParityAudit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The scheduler role. Import it where the role is on; it needs a {@link RedisConnectionFactory}, a {@link ControlPlane},
 * a {@link JobBoard}, the {@link hub.redis.BoardSnapshots}, an {@link InstantSource} and the {@link MysqlSettings} named
 * {@value #JOBS_MYSQL}. Any number of processes may run it: locks in Redis, or in MySQL while Redis is away, let one of them
 * do each run, which saves work; correctness never depends on them.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "PT30S")
@Import(ReportingConfiguration.class)
public class SchedulerRole {

    /** Name of the bean with the settings of the user that the jobs write as. */
    public static final String JOBS_MYSQL = "jobsMysql";

    /** Longer than between two reports, also while MySQL takes connections and does not answer. */
    static final Duration TOLD_FOR = Duration.ofMinutes(3);

    /** One is written each second. */
    private static final Duration CANARY_SEEN_WITHIN = Duration.ofSeconds(15);

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

    /** For what needs Redis anyway. */
    @Bean
    LockProvider lockProvider(RedisConnectionFactory redis, InstantSource clock) {
        return new PatientLocks(inRedis(redis), outage("Locking in Redis", clock));
    }

    /** For the jobs, which run on MySQL alone if they must. */
    private static LockProvider jobLocks(RedisConnectionFactory redis, JobsDatabase database, InstantSource clock) {
        return new PatientLocks(
                inRedis(redis), outage("Locking jobs in Redis, and not in MySQL,", clock), new MysqlLocks(database));
    }

    private static LockProvider inRedis(RedisConnectionFactory redis) {
        return new RedisLockProvider(redis, "hub");
    }

    private static Outage outage(String what, InstantSource clock) {
        return new Outage(LoggerFactory.getLogger(SchedulerRole.class), what, clock);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool jobsPool(@Qualifier(JOBS_MYSQL) MysqlSettings settings) {
        return MysqlPools.pool(settings, "jobs", CONNECTIONS);
    }

    @Bean
    JobsDatabase jobsDatabase(@Qualifier(JOBS_MYSQL) MysqlSettings settings) {
        return new JobsDatabase(settings);
    }

    @Bean
    FinalizeDaily finalizeDaily(Environment settings) {
        return new FinalizeDaily(DurationStyle.detectAndParse(settings.getProperty("hub.finalize.settle", "5m")));
    }

    @Bean
    CloseDay closeDay() {
        return new CloseDay();
    }

    @Bean
    RestateDays restateDays(Environment settings) {
        return new RestateDays(restatedDays(settings));
    }

    private static int restatedDays(Environment settings) {
        return settings.getProperty("hub.finalize.restate-days", Integer.class, 14);
    }

    @Bean
    RealtimeScores realtimeScores() {
        return new RealtimeScores();
    }

    @Bean
    ProcessActivities processActivities(Environment settings) {
        return new ProcessActivities(restatedDays(settings));
    }

    @Bean
    CheckIdle checkIdle() {
        return new CheckIdle();
    }

    /** Only where there is a store to look at. */
    @Bean
    @Nullable
    Retention retention(ObjectProvider<ReadModelStore> store, ControlPlane control, Environment settings) {
        ReadModelStore found = store.getIfAvailable();
        return found == null
                ? null
                : new Retention(found, control, settings.getProperty("hub.retention.days", Integer.class, 0));
    }

    /** Only where there are read models to look at. */
    @Bean
    @Nullable
    CacheWarmup cacheWarmup(
            ObjectProvider<BoardReader> reader,
            ObjectProvider<ServingProcesses> processes,
            ConnectionPool jobsPool,
            JobsDatabase database) {
        BoardReader boards = reader.getIfAvailable();
        ServingProcesses serving = processes.getIfAvailable();
        CanaryWriter canary = new CanaryWriter(jobsPool);
        return boards == null || serving == null
                ? null
                : CacheWarmup.of(
                        boards,
                        new MysqlBoards(new SourceRows(jobsPool), Catalog.MODELS),
                        database,
                        () -> canary.writeWithin(CanaryJob.WRITE_TIMEOUT).n(),
                        new SeenCanaries(database, CANARY_SEEN_WITHIN)::next,
                        serving);
    }

    /** Only where there are read models to look at. */
    @Bean
    @Nullable
    ParityAudit parityAudit(
            ObjectProvider<BoardReader> reader,
            ConnectionPool jobsPool,
            JobsDatabase database,
            ObjectProvider<MeterRegistry> meters) {
        BoardReader boards = reader.getIfAvailable();
        CanaryWriter canary = new CanaryWriter(jobsPool);
        return boards == null
                ? null
                : ParityAudit.of(
                        boards,
                        new MysqlBoards(new SourceRows(jobsPool), Catalog.MODELS),
                        database,
                        () -> canary.writeWithin(CanaryJob.WRITE_TIMEOUT).n(),
                        new SeenCanaries(database, CANARY_SEEN_WITHIN)::next,
                        meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Closed first of all: what runs still needs everything else. */
    @Bean
    Jobs jobs(
            List<Job> jobs,
            Environment settings,
            JobsDatabase database,
            RedisConnectionFactory redis,
            JobBoard board,
            ObjectProvider<MeterRegistry> meters,
            InstantSource clock) {
        return new Jobs(
                jobs,
                new JobModes(settings::getProperty),
                instance(),
                database,
                jobLocks(redis, database, clock),
                new StoredWishes(board),
                new JobMeters(meters.getIfAvailable(SimpleMeterRegistry::new)),
                report -> board.publish(report.json(), TOLD_FOR),
                clock);
    }

    /** Process and machine, and nothing that could repeat: containers often share the process id 1. */
    private static String instance() {
        return ManagementFactory.getRuntimeMXBean().getName() + "#"
                + Long.toString(System.nanoTime() & 0xFFFFFF, Character.MAX_RADIX);
    }

    @Bean
    CanaryJob canaryJob(ConnectionPool jobsPool, ControlPlane control, InstantSource clock) {
        return new CanaryJob(new CanaryWriter(jobsPool), control, clock);
    }
}
