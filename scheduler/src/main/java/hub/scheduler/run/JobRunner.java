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
    private static final String ENDING = "the process is ending";

    private final Job job;
    private final Mode mode;
    private final String instance;
    private final JobsDatabase database;
    private final LockProvider locks;
    private final ManualRuns manual;
    private final RunListener listener;
    private final InstantSource clock;
    private final Backoff backoff = new Backoff();
    private final Backoff wishBackoff = new Backoff();
    private final Set<String> settled = new HashSet<>();
    private @Nullable Instant begun;
    /** Once the thread was interrupted; it does nothing more but what must be done to end well. */
    private boolean ending;

    /** What became of a run that was due. */
    private enum Made {
        /** By whomever. */
        DONE,
        FAILED,
        /** It failed, and the ledger could not be told. */
        UNTOLD,
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
            if (ending) {
                return;
            }
            Made made = locked(run);
            if (made == Made.TAKEN) {
                break;
            }
            failed |= made != Made.DONE;
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
                listener.ended(run, RunOutcome.MISSED, late(run, now), Duration.ZERO);
            }
            return pending;
        }
    }

    /**
     * Makes a run that was asked for. One that fails is not tried again unless it is asked for again; one of which the ledger
     * does not tell, because it could not be asked or this process ends, stays asked for.
     */
    void grant(ManualRuns.Wish wish) {
        if (ending || !wishBackoff.over(clock.instant())) {
            return;
        }
        LOG.info("{} for {} was asked for by key {}", name(), wish.date(), wish.by());
        switch (locked(Run.manual(job.plan(), wish, mode))) {
            case DONE -> granted(wish);
            case FAILED -> {
                if (!ending) {
                    granted(wish);
                }
            }
            case UNTOLD -> wishBackoff.failed(clock.instant());
            case TAKEN -> {}
        }
    }

    private void granted(ManualRuns.Wish wish) {
        wishBackoff.worked();
        try {
            manual.granted(wish);
        } catch (StoreUnavailable e) {
            LOG.warn("The wish {} is done but stays in the store: {}", wish.idempotencyKey(), reason(e));
        }
    }

    private Made locked(Run run) {
        Optional<SimpleLock> lock = lock();
        if (lock.isEmpty()) {
            return Made.TAKEN;
        }
        try {
            return make(run);
        } finally {
            heedInterrupt();
            lock.get().unlock();
        }
    }

    /** An interrupt is remembered, and no longer in the way of what is to be written yet: this thread is ours alone. */
    private boolean heedInterrupt() {
        ending |= Thread.interrupted();
        return ending;
    }

    private Optional<SimpleLock> lock() {
        return locks.lock(new LockConfiguration(
                ClockProvider.now(), "job-" + name(), job.plan().lockAtMost(), Duration.ZERO));
    }

    private Made make(Run run) {
        Instant start = clock.instant();
        Attempt attempt = null;
        try {
            attempt = begin(run, start);
            if (attempt == null) {
                settled.add(run.key());
                return Made.DONE;
            }
            if (attempt.noted() > 0) {
                LOG.warn("{} due at {} stands for {} that were not made in time", name(), run.dueAt(), attempt.noted());
                listener.coalesced(run, attempt.noted());
            }
            Effect effect = job.prepare(run);
            String summary = write(attempt, effect);
            settled.add(run.key());
            LOG.info("{} due at {}: {}", name(), run.dueAt(), summary);
            ended(run, RunOutcome.SUCCEEDED, start);
            return Made.DONE;
        } catch (LostRun e) {
            LOG.warn("{}", e.getMessage());
            ended(run, RunOutcome.ABANDONED, start);
            return Made.FAILED;
        } catch (InterruptedException e) {
            ending = true;
            return failed(run, attempt, start, ENDING);
        } catch (Exception e) {
            return failed(run, attempt, start, heedInterrupt() ? ENDING : reason(e));
        }
    }

    private void ended(Run run, RunOutcome outcome, Instant start) {
        listener.ended(run, outcome, late(run, start), Duration.between(start, clock.instant()));
    }

    private Duration late(Run run, Instant at) {
        Instant could = run.cause() == Run.Cause.MANUAL
                ? run.dueAt()
                : run.dueAt().plus(job.plan().delay());
        return at.isAfter(could) ? Duration.between(could, at) : Duration.ZERO;
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

    private Made failed(Run run, @Nullable Attempt attempt, Instant start, String reason) {
        LOG.warn("{} due at {} failed and is tried again within its grace: {}", name(), run.dueAt(), reason);
        ended(run, RunOutcome.FAILED, start);
        if (attempt == null) {
            return Made.UNTOLD;
        }
        try (Connection connection = database.connect()) {
            Ledger.failed(connection, attempt, clock.instant(), reason);
            return Made.FAILED;
        } catch (SQLException e) {
            LOG.debug("The failure could not be noted: the next attempt will take over", e);
            return Made.UNTOLD;
        }
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
