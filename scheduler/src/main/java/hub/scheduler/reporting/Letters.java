package hub.scheduler.reporting;

import hub.scheduler.report.DailyReport;
import hub.scheduler.run.JobTransaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The table {@code hub_report_mails}. */
final class Letters {

    // A row that is there already stays as it is: the letter was sent, or will be.
    private static final String QUEUE = "INSERT INTO hub_report_mails (score_date, version, recipient, audience,"
            + " queued_at) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE recipient = VALUES(recipient)";

    private Letters() {}

    /** @return how many letters were queued: 1, or 0 if this one was queued before */
    static int queue(JobTransaction transaction, DailyReport report, Recipient recipient) throws SQLException {
        try (PreparedStatement sql = transaction.connection().prepareStatement(QUEUE)) {
            sql.setObject(1, report.date());
            sql.setInt(2, report.edition().version());
            sql.setString(3, recipient.address());
            sql.setString(4, recipient.audience().word());
            sql.setObject(5, LocalDateTime.ofInstant(transaction.now(), ZoneOffset.UTC));
            return sql.executeUpdate() == 1 ? 1 : 0;
        }
    }
}
