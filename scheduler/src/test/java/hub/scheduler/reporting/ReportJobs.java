package hub.scheduler.reporting;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlSettings;
import hub.projections.view.ScoreMode;
import hub.scheduler.report.CostedReportView;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobsDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The jobs that make and send reports, over read models that are what MySQL says but for seals, which come late. */
public final class ReportJobs {

    public static final String TEAM = "team@example.org";
    public static final String BOSS = "boss@example.org";

    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private ReportJobs() {}

    /**
     * @param mailPort of a server on this machine that takes letters in clear text
     * @param behind how long it takes until a seal has reached the read models
     */
    public static List<Job> of(
            MysqlSettings database, MysqlBoards boards, int mailPort, InstantSource clock, Duration behind) {
        ReportMaker maker = new ReportMaker(
                new JobsDatabase(database),
                new LateReadModels(new MysqlReadModels(boards), new JobsDatabase(database), clock, behind),
                new CostedReportView(ScoreMode.LIVE),
                clock,
                WAIT,
                LOOK_EVERY);
        return List.of(
                DailyReportJob.evening(maker, Recipient.parse(BOSS + ":cost:read," + TEAM)),
                DailyReportJob.closing(maker),
                new SendReports(
                        new JobsDatabase(database),
                        new MailSettings("127.0.0.1", mailPort, "", "", MailSettings.Security.NONE, "hub@example.org"),
                        clock));
    }
}
