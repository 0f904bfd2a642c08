package hub.scheduler.reporting;

import hub.scheduler.due.Schedule;
import hub.scheduler.report.Report;
import hub.scheduler.report.render.Page;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.Run;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** Reports a day from its newest seal, and keeps the report. */
public final class DailyReportJob implements Job {

    /** Longer than the wait for the seal. */
    private static final Duration LOCK = Duration.ofMinutes(10);

    private static final Duration GRACE = Duration.ofDays(2);

    private final JobPlan plan;
    private final ReportMaker maker;
    private final List<Recipient> recipients;
    private final boolean closed;
    private final Page page = new Page();

    private DailyReportJob(JobPlan plan, ReportMaker maker, List<Recipient> recipients, boolean closed) {
        this.plan = plan;
        this.maker = maker;
        this.recipients = List.copyOf(recipients);
        this.closed = closed;
    }

    /** The evening's: of the day that is not over yet, so provisional; sent to {@code recipients}. */
    static DailyReportJob evening(ReportMaker maker, List<Recipient> recipients) {
        return new DailyReportJob(plan("daily-report", LocalTime.of(18, 30), 0), maker, recipients, false);
    }

    /** The night's: of what the day before came to, so never provisional; kept, and sent to nobody. */
    static DailyReportJob closing(ReportMaker maker) {
        return new DailyReportJob(plan("closing-report", LocalTime.of(0, 30), 1), maker, List.of(), true);
    }

    private static JobPlan plan(String name, LocalTime at, int daysBack) {
        return new JobPlan(name, Schedule.dailyAt(at), Duration.ZERO, daysBack, CatchUp.EACH, GRACE, LOCK);
    }

    @Override
    public JobPlan plan() {
        return plan;
    }

    @Override
    public Dates dates() {
        return closed ? Dates.ENDED : Dates.UNTIL_TODAY;
    }

    @Override
    public Effect prepare(Run run) throws Exception {
        Report report = maker.make(run.date(), closed);
        List<Renderings> renderings = Arrays.stream(Audience.values())
                .map(audience -> Renderings.of(report, audience, page))
                .toList();
        return new ReportEffect(report, renderings, recipients);
    }
}
