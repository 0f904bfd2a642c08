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
    private final Backoff backoff = new Backoff();
    private final Set<String> settled = new HashSet<>();
    private @Nullable Instant begun;

    /** What became of a run that was due. */
    private enum Made {
        /** By whomever. */
        DONE,
        FAILED,
        /** Somebody else holds the lock. */
        TAKEN
    }

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
        return backoff.over(now)
                && (since == null
                        || !Pending.of(job.plan(), mode, since, now, settled)
                                .runs()
                                .isEmpty());
    }

    /** Makes what is due. Never throws but for a defect; what fails is tried again by later calls. */
    void tick() {
        if (!due()) {
            return;
        }
        try {
            makeAll(look(clock.instant()).runs());
        } catch (SQLException e) {
            LOG.warn("{} cannot look at its ledger and tries again: {}", name(), reason(e));
            backoff.failed(clock.instant());
        }
    }

    /** A date that fails keeps none of the others waiting. */
    private void makeAll(List<Run> runs) {
        boolean failed = false;
        for (Run run : runs) {
            Made made = locked(run);
            if (made == Made.TAKEN) {
                break;
            }
            failed |= made == Made.FAILED;
        }
        if (failed) {
            backoff.failed(clock.instant());
        } else {
            backoff.worked();
        }
    }

    /** Asks the ledger, for another instance may have been faster. */
    private Pending look(Instant now) throws SQLException {
        try (Connection connection = database.connect()) {
            Instant since = Ledger.begun(connection, name(), mode, instance, now);
            begun = since;
            Instant from = Pending.since(job.plan(), since, now);
            settled.clear();
            settled.addAll(Ledger.settled(connection, name(), from));
            Pending pending = Pending.of(job.plan(), mode, since, now, settled);
            for (Run run : pending.missed()) {
                Ledger.missed(connection, run, instance, now);
                settled.add(run.key());
                LOG.warn("{} due at {} was missed: its grace is over", name(), run.dueAt());
                listener.ended(run, RunOutcome.MISSED, Duration.ZERO, now);
            }
            return pending;
        }
    }

    /** Makes a run that was asked for; one that fails is not tried again unless it is asked for again. */
    void grant(ManualRuns.Wish wish) {
        Run run = Run.manual(job.plan(), wish, mode);
        LOG.info("{} for {} was asked for by key {}", name(), wish.date(), wish.by());
        Optional<SimpleLock> lock = lock();
        if (lock.isPresent()) {
            try {
                make(run);
                manual.granted(wish);
            } catch (StoreUnavailable e) {
                LOG.warn("The wish {} is done but stays in the store: {}", wish.idempotencyKey(), reason(e));
            } finally {
                lock.get().unlock();
            }
        }
    }

    private Made locked(Run run) {
        Optional<SimpleLock> lock = lock();
        if (lock.isEmpty()) {
            return Made.TAKEN;
        }
        try {
            return make(run) ? Made.DONE : Made.FAILED;
        } finally {
            lock.get().unlock();
        }
    }

    private Optional<SimpleLock> lock() {
        return locks.lock(new LockConfiguration(
                ClockProvider.now(), "job-" + name(), job.plan().lockAtMost(), Duration.ZERO));
    }

    /** True if the run is done, by whomever. */
    private boolean make(Run run) {
        Instant start = clock.instant();
        Attempt attempt = null;
        try {
            attempt = begin(run, start);
            if (attempt == null) {
                settled.add(run.key());
                return true;
            }
            Effect effect = job.prepare(run);
            String summary = write(attempt, effect);
            settled.add(run.key());
            LOG.info("{} due at {}: {}", name(), run.dueAt(), summary);
            listener.ended(run, RunOutcome.SUCCEEDED, Duration.between(start, clock.instant()), clock.instant());
            return true;
        } catch (LostRun e) {
            LOG.warn("{}", e.getMessage());
            listener.ended(run, RunOutcome.ABANDONED, Duration.between(start, clock.instant()), clock.instant());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(run, attempt, start, "the process is ending");
        } catch (Exception e) {
            return failed(run, attempt, start, reason(e));
        }
    }

    private @Nullable Attempt begin(Run run, Instant now) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            Optional<Attempt> attempt = Ledger.begin(connection, job.plan(), run, instance, now);
            connection.commit();
            return attempt.orElse(null);
        }
    }

    private String write(Attempt attempt, Effect effect) throws SQLException {
        try (Connection connection = database.connect()) {
            String position = JobsDatabase.openSnapshot(connection);
            Ledger.hold(connection, attempt);
            JobTransaction transaction = new JobTransaction(connection, position, clock.instant());
            String done = attempt.run().mode() == Mode.SHADOW
                    ? "would change: " + effect.compare(transaction)
                    : effect.write(transaction);
            String summary = attempt.standsFor() == 0
                    ? done
                    : done + "; stands for " + attempt.standsFor() + " earlier due instants";
            Ledger.succeeded(connection, attempt, clock.instant(), position, summary);
            connection.commit();
            return summary;
        }
    }

    private boolean failed(Run run, @Nullable Attempt attempt, Instant start, String reason) {
        Instant now = clock.instant();
        LOG.warn("{} due at {} failed and is tried again within its grace: {}", name(), run.dueAt(), reason);
        if (attempt != null) {
            try (Connection connection = database.connect()) {
                Ledger.failed(connection, attempt, now, reason);
            } catch (SQLException e) {
                LOG.debug("The failure could not be noted: the next attempt will take over", e);
            }
        }
        listener.ended(run, RunOutcome.FAILED, Duration.between(start, now), now);
        return false;
    }

    private String name() {
        return job.plan().name();
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
