package hub.scheduler.warmup;

import hub.mysql.MysqlBoards;
import hub.redis.BoardReader;
import hub.redis.ServingProcesses;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Mode;
import hub.scheduler.run.Run;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Before the day begins: its boards are there, a sample of each is what MySQL says, and every process that serves has
 * today's answers ready. It fails if any of that is not so, and is tried again until it is, or its grace is over.
 */
public final class CacheWarmup implements Job {

    /** As long as a process may take to start and still be warm before people come. */
    private static final Duration HEARD = Duration.ofHours(1);

    private static final JobPlan PLAN = new JobPlan(
            "cache-warmup",
            Schedule.dailyAt(LocalTime.of(5, 30)),
            Duration.ZERO,
            0,
            CatchUp.COALESCED,
            Duration.ofHours(6),
            Duration.ofMinutes(5));

    private final Stored stored;
    private final Checks checks;
    private final Loading loading;

    CacheWarmup(Stored stored, Checks checks, Loading loading) {
        this.stored = stored;
        this.checks = checks;
        this.loading = loading;
    }

    /**
     * @param canary commits the next canary to MySQL, and returns its number
     * @param seen waits for one that others commit
     */
    public static CacheWarmup of(
            BoardReader reader,
            MysqlBoards mysql,
            JobsDatabase database,
            LongSupplier canary,
            LongSupplier seen,
            ServingProcesses processes) {
        Stored stored = Stored.of(reader, BoardCheck.ANSWER_WITHIN);
        return new CacheWarmup(
                stored,
                Checks.against(mysql, database, stored, canary, seen, (compared, different) -> {}),
                new Loading(Servers.of(processes, HEARD), BoardCheck.ANSWER_WITHIN, BoardCheck.LOOK_EVERY));
    }

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    /** It writes to nobody's tables. */

    /** A shadow compares, writes nothing, and asks no process for anything. */
    @Override
    public Effect prepare(Run run) throws NotWarm, InterruptedException {
        String right = checks.of(run.mode()).of(run.date());
        return Effect.none(
                run.mode() == Mode.SHADOW
                        ? right
                        : right + "; "
                                + loading.of(
                                        "warmup-" + UUID.randomUUID(),
                                        stored.look(Set.of()).generation().number()));
    }
}
