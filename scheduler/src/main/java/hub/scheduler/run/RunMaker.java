package hub.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one run of a job, from the ledger's first line of it to the last. Used by one thread at a time. */
final class RunMaker {

    private static final Logger LOG = LoggerFactory.getLogger(RunMaker.class);
    private static final String ENDING = "the process is ending";

    private final Job job;
    private final String instance;
    private final JobsDatabase database;
    private final RunListener listener;
    private final InstantSource clock;
    /** Once the thread was interrupted; it does nothing more but what must be done to end well. */
    private boolean ending;

    RunMaker(Job job, String instance, JobsDatabase database, RunListener listener, InstantSource clock) {
        this.job = job;
        this.instance = instance;
        this.database = database;
        this.listener = listener;
        this.clock = clock;
    }

    /** Whether the thread was interrupted, as it is when the process ends. */
    boolean ending() {
        return ending;
    }

    /** An interrupt is remembered, and no longer in the way of what is to be written yet: this thread is ours alone. */
    boolean heedInterrupt() {
        ending |= Thread.interrupted();
        return ending;
    }

    /** Whatever the job throws, an {@link Error} too, is a failure of the run. Never throws but for a defect of its own. */
    Made make(Run run) {
        Instant start = clock.instant();
        Attempt attempt = null;
        try {
            attempt = begin(run, start);
            if (attempt == null) {
                return Made.DONE;
            }
            if (attempt.noted() > 0) {
                LOG.warn("{} due at {} stands for {} that were not made in time", name(), run.dueAt(), attempt.noted());
                listener.coalesced(run, attempt.noted());
            }
            Effect effect = job.prepare(run.cause() == Run.Cause.MANUAL ? asked(run, start) : run);
            String summary = write(attempt, effect);
            LOG.info("{} due at {}: {}", name(), run.dueAt(), summary);
            ended(run, RunOutcome.SUCCEEDED, start);
            return Made.DONE;
        } catch (LostRun e) {
            LOG.warn("{}", e.getMessage());
            ended(run, RunOutcome.ABANDONED, start);
            return Made.UNTOLD;
        } catch (InterruptedException e) {
            ending = true;
            return failed(run, attempt, start, ENDING);
        } catch (Throwable e) {
            return failed(run, attempt, start, heedInterrupt() ? ENDING : reason(e));
        }
    }

    /** Those who ask see only the newest runs; a key may be older. */
    private void requireOwnKey(Run run) throws SQLException {
        try (Connection connection = database.connect()) {
            LocalDate used = History.firstDate(connection, run);
            if (!used.equals(run.date())) {
                throw new IllegalArgumentException(
                        "the key of this run has been used for " + used + "; " + run.date() + " needs another key");
            }
        }
    }

    /** Who asked may have waited for long: a run is about what is so when it is made. */
    private Run asked(Run run, Instant start) throws SQLException {
        job.dates().require(run.date(), start);
        requireOwnKey(run);
        return run.asOf(start);
    }

    private void ended(Run run, RunOutcome outcome, Instant start) {
        listener.ended(run, outcome, late(run, start), Duration.between(start, clock.instant()));
    }

    Duration late(Run run, Instant at) {
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

    /** An error's own message is often the name of a class and no more. */
    static String reason(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        if (message == null) {
            return kind;
        }
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        if (failure instanceof SQLException) {
            // Databases quote the values that they refuse; names and addresses belong neither into the ledger nor into
            // the log.
            line = line.replaceAll("(?i)(entry|value:?) '.*' for ", "$1 '…' for ")
                    .replaceAll("\\S+@\\S+", "…");
        }
        return (failure instanceof Error ? kind + ": " : "") + line;
    }
}
