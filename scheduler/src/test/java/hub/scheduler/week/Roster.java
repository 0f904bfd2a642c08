package hub.scheduler.week;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlPools;
import hub.mysql.MysqlSettings;
import hub.mysql.SourceRows;
import hub.projections.Catalog;
import hub.scheduler.idle.CheckIdle;
import hub.scheduler.reporting.ReportJobs;
import hub.scheduler.run.Job;
import hub.scheduler.scores.ProcessActivities;
import hub.scheduler.scores.RealtimeScores;
import hub.scheduler.seal.CloseDay;
import hub.scheduler.seal.FinalizeDaily;
import hub.scheduler.seal.RestateDays;
import hub.scheduler.warmup.CheckJobs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Every job of this module as the product makes it. In place of the read models stands what MySQL says, in place of ingest
 * and the processes that serve somebody who does at once what is asked.
 */
final class Roster {

    /** How many past days are held. */
    static final int HELD = 3;

    private static final int CONNECTIONS = 3;

    private Roster() {}

    /**
     * Connects when a job is first run.
     *
     * @param behind how long it takes until a seal has reached the read models
     */
    static List<Job> of(MysqlSettings mysql, int mailPort, InstantSource clock, Duration behind) {
        MysqlBoards boards =
                new MysqlBoards(new SourceRows(MysqlPools.pool(mysql, "week", CONNECTIONS)), Catalog.MODELS);
        List<Job> jobs = new ArrayList<>(List.of(
                new FinalizeDaily(Duration.ofMinutes(5)),
                new CloseDay(),
                new RestateDays(14),
                new RealtimeScores(),
                new ProcessActivities(14),
                new CheckIdle(),
                new HeldDays(clock).retention(HELD)));
        jobs.addAll(ReportJobs.of(mysql, boards, mailPort, clock, behind));
        jobs.addAll(CheckJobs.of(mysql, boards));
        return List.copyOf(jobs);
    }
}
