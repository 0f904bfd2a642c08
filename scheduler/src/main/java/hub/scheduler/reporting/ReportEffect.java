package hub.scheduler.reporting;

import hub.scheduler.report.Report;
import hub.scheduler.run.Effect;
import hub.scheduler.run.JobTransaction;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps a report, for every audience, and queues its letters. A report that is made again of the same version replaces the
 * one before; its letters are not sent again.
 */
record ReportEffect(Report report, List<Renderings> renderings, List<Recipient> recipients) implements Effect {

    @Override
    public String write(JobTransaction transaction) throws SQLException {
        for (Renderings rendering : renderings) {
            KeptReports.keep(transaction.connection(), report, rendering);
        }
        int letters = 0;
        for (Recipient recipient : recipients) {
            letters += Letters.queue(transaction, report.day(), recipient);
        }
        return what() + ", " + letters + " letters queued";
    }

    @Override
    public String compare(JobTransaction transaction) {
        return what();
    }

    private String what() {
        return report.day().date() + " reported from seal version "
                + report.day().edition().version() + " ("
                + report.day().edition().kind().name().toLowerCase(java.util.Locale.ROOT) + ")"
                + (report.day().edition().edited() ? "; somebody changed the stored scores after that" : "");
    }
}
