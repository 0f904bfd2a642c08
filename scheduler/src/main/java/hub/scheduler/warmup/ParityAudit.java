package hub.scheduler.warmup;

import hub.mysql.MysqlBoards;
import hub.redis.BoardReader;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Run;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * All day long, one day of the last eight after the other: are its boards what MySQL says at one state of both, and one
 * figure of each what one SQL statement says? This finds what no stream tells: rows that were written with {@code
 * sql_log_bin=0}, or logged as a statement.
 *
 * <p>A run that finds a board wrong fails and names it. Meters: {@code hub.parity.comparisons} and
 * {@code hub.parity.differences}, in partitions of boards; {@code hub.parity.duplicates}, in rows of the days in turn as of the
 * last run here, not a number before it or without references.
 */
public final class ParityAudit implements Job {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int DAYS = 8;

    private static final JobPlan PLAN = new JobPlan(
            "parity-audit", Schedule.every(PERIOD), Duration.ZERO, 0, CatchUp.COALESCED, PERIOD, Duration.ofMinutes(4));

    private final Stored stored;
    private final Checks checks;
    private final Duplicates duplicates;
    private final LongConsumer repeated;

    /** @param repeated is told how many rows were written more than once */
    ParityAudit(Stored stored, Checks checks, Duplicates duplicates, LongConsumer repeated) {
        this.stored = stored;
        this.checks = checks;
        this.duplicates = duplicates;
        this.repeated = repeated;
    }

    /**
     * @param canary commits the next canary to MySQL, and returns its number
     * @param seen waits for one that others commit
     */
    public static ParityAudit of(
            BoardReader reader,
            MysqlBoards mysql,
            JobsDatabase database,
            LongSupplier canary,
            LongSupplier seen,
            MeterRegistry meters) {
        Counter comparisons = Counter.builder("hub.parity.comparisons")
                .description("Partitions of boards that the parity audit compared with MySQL")
                .register(meters);
        Counter differences = Counter.builder("hub.parity.differences")
                .description("Partitions of boards that the parity audit found to be not what MySQL says")
                .register(meters);
        AtomicReference<Double> repeated = new AtomicReference<>(Double.NaN);
        Gauge.builder("hub.parity.duplicates", repeated, AtomicReference::get)
                .description(
                        "Rows of the last eight days beyond the first of each source and reference; all of them count")
                .register(meters);
        Stored stored = Stored.of(reader, BoardCheck.ANSWER_WITHIN);
        return new ParityAudit(
                stored,
                Checks.against(mysql, database, stored, canary, seen, (compared, different) -> {
                    comparisons.increment(compared);
                    differences.increment(different);
                }),
                new Duplicates(database),
                rows -> repeated.set((double) rows));
    }

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    @Override
    public Effect prepare(Run run) throws NotWarm, InterruptedException {
        OptionalLong rows = duplicates.of(run.date().minusDays(DAYS - 1), run.date());
        rows.ifPresent(repeated);
        String compared = checks.of(run.mode()).of(day(run));
        return Effect.none(
                rows.orElse(0) == 0
                        ? compared
                        : compared + "; " + rows.getAsLong() + " rows repeat a reference, and count");
    }

    /** Who asks for a run says which day; only days that are held can be compared. */
    private LocalDate day(Run run) throws NotWarm {
        if (run.cause() == Run.Cause.MANUAL) {
            return run.date();
        }
        long turn = run.dueAt().getEpochSecond() / PERIOD.toSeconds() % DAYS;
        LocalDate day = run.date().minusDays(turn);
        LocalDate first = stored.look(Set.of()).checkpoint().horizon().history();
        return day.isBefore(first) ? first : day;
    }
}
