package hub.scheduler.run;

import hub.projections.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.core.LockProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * All jobs of this process. Each second it looks which are due, and runs each of these on a virtual thread of its own, of
 * which a job has at most one. Closing it ends what can be ended, and waits for the rest for a while.
 */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration END_WITHIN = Duration.ofSeconds(10);

    private final List<Job> all;
    private final List<JobRunner> runners;
    private final JobModes modes;
    private final String instance;
    private final JobsDatabase database;
    private final ManualRuns manual;
    private final JobMeters meters;
    private final Consumer<JobsReport> publish;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile boolean publishFails;

    /**
     * @param publish is told every few seconds how the jobs are; may throw {@link StoreUnavailable}
     */
    public Jobs(
            List<Job> jobs,
            JobModes modes,
            String instance,
            JobsDatabase database,
            LockProvider locks,
            ManualRuns manual,
            JobMeters meters,
            Consumer<JobsReport> publish,
            InstantSource clock) {
        this.all = jobs.stream()
                .sorted(Comparator.comparing(job -> job.plan().name()))
                .toList();
        this.modes = modes;
        this.instance = instance;
        this.database = database;
        this.manual = manual;
        this.meters = meters;
        this.publish = publish;
        this.clock = clock;
        this.runners = all.stream()
                .filter(job -> modes.of(job) != Mode.OFF)
                .map(job -> new JobRunner(job, modes.of(job), instance, database, locks, manual, meters, clock))
                .toList();
        requireDistinct(all);
    }

    private static void requireDistinct(List<Job> jobs) {
        Set<String> names = jobs.stream().map(job -> job.plan().name()).collect(Collectors.toSet());
        if (names.size() < jobs.size()) {
            throw new IllegalArgumentException("two jobs have one name: " + names);
        }
    }

    /** The shell: everything else takes an instant. */
    @Scheduled(fixedDelay = 1_000)
    public void tick() {
        List<ManualRuns.Wish> wishes = wishes();
        for (JobRunner runner : runners) {
            running.computeIfAbsent(runner.job().plan().name(), name -> started(name, runner, wishes));
        }
    }

    private List<ManualRuns.Wish> wishes() {
        try {
            return manual.wishes();
        } catch (StoreUnavailable e) {
            LOG.debug("What is asked for is not known", e);
            return List.of();
        }
    }

    private @Nullable Thread started(String name, JobRunner runner, List<ManualRuns.Wish> wishes) {
        List<ManualRuns.Wish> own =
                wishes.stream().filter(wish -> wish.job().equals(name)).toList();
        if (closed || (own.isEmpty() && !runner.due())) {
            return null;
        }
        return Thread.ofVirtual().name("job-" + name).start(() -> {
            try {
                runner.tick();
                own.forEach(runner::grant);
            } catch (RuntimeException e) {
                LOG.error("The job {} has a defect", name, e);
            } finally {
                running.remove(name);
            }
        });
    }

    /** Tells how the jobs are; quiet about a store that stays away. */
    @Scheduled(fixedDelay = 5_000)
    public void tell() {
        try {
            publish.accept(report());
            publishFails = false;
        } catch (SQLException | StoreUnavailable e) {
            if (!publishFails) {
                LOG.warn("How the jobs are cannot be told and is tried again quietly: {}", e.getMessage());
            }
            publishFails = true;
        }
    }

    /** How the jobs are, by the ledger. */
    public JobsReport report() throws SQLException {
        Instant now = clock.instant();
        List<JobReport> reports = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (Job job : all) {
                Mode mode = modes.of(job);
                JobReport report = mode == Mode.OFF
                        ? JobReporter.off(job.plan())
                        : JobReporter.of(connection, job.plan(), mode, instance, now);
                reports.add(report);
                meters.report(report, now);
            }
        }
        return JobsReport.of(now, reports);
    }

    @Override
    public void close() {
        closed = true;
        List<Thread> threads = List.copyOf(running.values());
        long deadline = System.nanoTime() + END_WITHIN.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, (deadline - System.nanoTime()) / 2)))) {
                    thread.interrupt();
                }
            }
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
