package hub.scheduler.run;

import hub.projections.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
    private static final Duration END_WITHIN = Duration.ofSeconds(1);

    /**
     * How long {@link #close} takes at most, but for noting in MySQL what it interrupted: runs may end by themselves, and are
     * then given as long to heed an interrupt.
     */
    public static final Duration CLOSED_WITHIN = END_WITHIN.multipliedBy(2);

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
    private final Map<String, LedgerFacts> facts = new HashMap<>(); // guarded by this
    private final ReadWriteLock looking = new ReentrantReadWriteLock();
    private boolean closed; // guarded by looking
    private volatile boolean publishFails;
    private @Nullable Instant ledgerAwaySince; // guarded by this
    private boolean startNoted; // guarded by this

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
        unlessClosed(() -> {
            List<ManualRuns.Wish> wishes = wishes();
            for (JobRunner runner : runners) {
                running.computeIfAbsent(runner.job().plan().name(), name -> started(name, runner, wishes));
            }
        });
    }

    /** After {@link #close} nothing begins, and what has begun is waited for. */
    private void unlessClosed(Runnable action) {
        looking.readLock().lock();
        try {
            if (!closed) {
                action.run();
            }
        } finally {
            looking.readLock().unlock();
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
        if (own.isEmpty() && !runner.due()) {
            return null;
        }
        return Thread.ofVirtual().name("job-" + name).start(() -> {
            try {
                runner.tick();
                own.forEach(runner::grant);
            } catch (Throwable e) {
                LOG.error("The job {} has a defect", name, e);
            } finally {
                running.remove(name);
            }
        });
    }

    /** Tells how the jobs are; quiet about a store that stays away. */
    @Scheduled(fixedDelay = 5_000)
    public void tell() {
        unlessClosed(() -> {
            try {
                publish.accept(report());
                publishFails = false;
            } catch (StoreUnavailable e) {
                if (!publishFails) {
                    LOG.warn("How the jobs are cannot be told and is tried again quietly: {}", e.getMessage());
                }
                publishFails = true;
            }
        });
    }

    /** How the jobs are, by the ledger; while that cannot be asked, by what it said last. One at a time. */
    public synchronized JobsReport report() {
        Instant now = clock.instant();
        readLedger(now);
        List<JobReport> reports = new ArrayList<>();
        for (Job job : all) {
            JobReport report = report(job, modes.of(job), now);
            reports.add(report);
            meters.report(report, clock);
        }
        return JobsReport.of(now, ledgerAwaySince, reports);
    }

    private JobReport report(Job job, Mode mode, Instant now) {
        LedgerFacts last = facts.get(job.plan().name());
        if (mode == Mode.OFF) {
            return JobReporter.off(job, now);
        }
        return last == null ? JobReporter.unknown(job, mode, now) : JobReporter.of(job, mode, last, now);
    }

    private void readLedger(Instant now) {
        try (Connection connection = database.connect()) {
            noteStart(connection);
            for (JobRunner runner : runners) {
                JobPlan plan = runner.job().plan();
                facts.put(plan.name(), LedgerFacts.read(connection, plan, runner.mode(), instance, now));
            }
            ledgerAwaySince = null;
        } catch (SQLException e) {
            if (ledgerAwaySince == null) {
                LOG.warn("The ledger of the jobs cannot be asked and is tried again quietly: {}", e.getMessage());
                ledgerAwaySince = now;
            }
        }
    }

    private void noteStart(Connection connection) throws SQLException {
        if (!startNoted) {
            for (Job job : all) {
                Ledger.startedIn(connection, job.plan().name(), modes.of(job));
            }
            startNoted = true;
        }
    }

    /** Returns when nothing of this runs any more, or does not heed an interrupt. */
    @Override
    public void close() {
        looking.writeLock().lock();
        closed = true;
        looking.writeLock().unlock();
        List<Thread> threads = List.copyOf(running.values());
        try {
            if (!ended(threads, END_WITHIN)) {
                threads.forEach(Thread::interrupt);
                if (!ended(threads, END_WITHIN)) {
                    LOG.warn(
                            "Jobs go on although the process ends; what they write is fenced off: {}",
                            running.keySet());
                }
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(List<Thread> threads, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }
}
