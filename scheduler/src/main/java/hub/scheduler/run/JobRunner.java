package hub.scheduler.run;

import hub.projections.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the runs of one job, whatever other instances do. A tick makes at most what is due and ends; it never waits for a
 * lock. Ticks of one runner do not overlap: to be called by one thread at a time.
 */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Job job;
    private final Mode mode;
    private final String instance;
    private final JobsDatabase database;
    private final LockProvider locks;
    private final ManualRuns manual;
    private final RunListener listener;
    private final InstantSource clock;
    private final RunMaker maker;
    /** Of looking at the ledger. */
    private final Backoff looks = new Backoff();

    private final Backoffs runs = new Backoffs();
    private final Backoffs wishes = new Backoffs();
    private final Set<String> settled = new HashSet<>();
    private @Nullable Instant begun;

    /** @param mode on or shadow */
    JobRunner(
            Job job,
            Mode mode,
            String instance,
            JobsDatabase database,
            LockProvider locks,
            ManualRuns manual,
            RunListener listener,
            InstantSource clock) {
        this.job = job;
        this.mode = mode;
        this.instance = instance;
        this.database = database;
        this.locks = locks;
        this.manual = manual;
        this.listener = listener;
        this.clock = clock;
        this.maker = new RunMaker(job, instance, database, listener, clock);
    }

    Job job() {
        return job;
    }

    Mode mode() {
        return mode;
    }

    /** Whether something is due, as far as is known without asking anybody. */
    boolean due() {
        Instant now = clock.instant();
        Instant since = begun;
        return looks.over(now)
                && (since == null
                        || Pending.of(job.plan(), mode, since, now, settled).runs().stream()
                                .anyMatch(run -> runs.over(backoffKey(run), now)));
    }

    /** Makes what is due. Never throws but for a defect; what fails is tried again by later calls. */
    void tick() {
        if (!due()) {
            return;
        }
        try {
            List<Run> pending = look(clock.instant()).runs();
            looks.worked();
            runs.keep(pending.stream().map(this::backoffKey).collect(Collectors.toSet()));
            makeAll(pending);
        } catch (SQLException e) {
            LOG.warn("{} cannot look at its ledger and tries again: {}", name(), RunMaker.reason(e));
            looks.failed(clock.instant());
        }
    }

    /** A date that fails keeps none of the others waiting. */
    private void makeAll(List<Run> pending) {
        for (Run run : pending) {
            String key = backoffKey(run);
            if (maker.ending()) {
                return;
            }
            if (!runs.over(key, clock.instant())) {
                continue;
            }
            switch (locked(() -> maker.make(run))) {
                case DONE -> {
                    settled.add(run.key());
                    runs.worked(key);
                }
                case FAILED, UNTOLD -> runs.failed(key, clock.instant());
                case TAKEN -> {
                    return;
                }
            }
        }
    }

    /** Where the newest run stands for the ones before, it is the same work that failed with them. */
    private String backoffKey(Run run) {
        return job.plan().catchUp() == CatchUp.EACH ? run.key() : name();
    }

    /** Asks the ledger, for another instance may have been faster. */
    private Pending look(Instant now) throws SQLException {
        try (Connection connection = database.connect()) {
            Instant since = Ledger.begun(connection, name(), mode, instance, now);
            begun = since;
            Instant from = Pending.since(job.plan(), since, now);
            settled.clear();
            settled.addAll(History.settled(connection, name(), from));
            noteLongAgo(connection, from, now);
            Pending pending = Pending.of(job.plan(), mode, since, now, settled);
            for (Run run : pending.missed()) {
                Unmade.missed(connection, run, instance, now);
                settled.add(run.key());
                LOG.warn("{} due at {} was missed: its grace is over", name(), run.dueAt());
                listener.ended(run, RunOutcome.MISSED, maker.late(run, now), Duration.ZERO);
            }
            return pending;
        }
    }

    private void noteLongAgo(Connection connection, Instant until, Instant now) throws SQLException {
        if (job.plan().catchUp() == CatchUp.EACH) {
            int missed = Unmade.longAgo(connection, job.plan(), mode, until, instance, now);
            if (missed > 0) {
                LOG.warn("{}: {} runs due until {} were missed: they are too long ago", name(), missed, until);
            }
        }
    }

    /**
     * Makes a run that was asked for, if it still is. One that fails is not tried again unless it is asked for again; one of
     * which the ledger does not tell, because it could not be asked, the run was taken over or this process ends, stays asked
     * for. All of that while the lock is held: who gets it next knows what became of the wish.
     */
    void grant(ManualRuns.Wish wish) {
        if (maker.ending() || !wishes.over(wish.idempotencyKey(), clock.instant())) {
            return;
        }
        locked(() -> {
            if (!isAskedFor(wish)) {
                return Made.DONE;
            }
            LOG.info("{} for {} was asked for by key {}", name(), wish.date(), wish.by());
            Made made = maker.make(Run.manual(job.plan(), wish, mode));
            boolean ending = maker.heedInterrupt();
            if (made == Made.DONE || (made == Made.FAILED && !ending)) {
                granted(wish);
            } else if (made == Made.UNTOLD) {
                wishes.failed(wish.idempotencyKey(), clock.instant());
            }
            return made;
        });
    }

    /** Somebody else may have made it since the wishes were read. */
    private boolean isAskedFor(ManualRuns.Wish wish) {
        try {
            return manual.wishes().contains(wish);
        } catch (StoreUnavailable e) {
            LOG.debug("Whether it is still asked for is not known", e);
            return false;
        }
    }

    private void granted(ManualRuns.Wish wish) {
        wishes.worked(wish.idempotencyKey());
        try {
            manual.granted(wish);
        } catch (StoreUnavailable e) {
            LOG.warn("The wish {} is done but stays in the store: {}", wish.idempotencyKey(), RunMaker.reason(e));
        }
    }

    private Made locked(Supplier<Made> work) {
        Optional<SimpleLock> lock = lock();
        if (lock.isEmpty()) {
            return Made.TAKEN;
        }
        try {
            return work.get();
        } finally {
            maker.heedInterrupt();
            lock.get().unlock();
        }
    }

    private Optional<SimpleLock> lock() {
        return locks.lock(new LockConfiguration(
                ClockProvider.now(), "job-" + name(), job.plan().lockAtMost(), Duration.ZERO));
    }

    private String name() {
        return job.plan().name();
    }
}
