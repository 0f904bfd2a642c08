package hub.scheduler.reporting;

import hub.scheduler.report.DailyReport;
import hub.scheduler.run.JobTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The table {@code hub_report_mails}. */
final class Letters {

    // A row that is there already stays as it is: the letter was sent, or will be.
    private static final String QUEUE = "INSERT IGNORE INTO hub_report_mails (score_date, version, recipient, audience,"
            + " queued_at) VALUES (?, ?, ?, ?, ?)";

    private static final String UNSENT = "SELECT m.id, m.score_date, m.version, m.recipient, r.title, r.mail_text,"
            + " r.mail_html, r.html, r.csv, m.attempts FROM hub_report_mails m JOIN hub_reports r"
            + " ON r.score_date = m.score_date AND r.version = m.version AND r.audience = m.audience"
            + " WHERE m.sent_at IS NULL AND m.queued_at > ?"
            // 5, 15, 35 minutes after it was queued, and so on: some ten times in two days.
            + " AND (m.attempts = 0 OR m.queued_at + INTERVAL 300 * (POW(2, LEAST(m.attempts, 20)) - 1) SECOND <= ?)"
            + " ORDER BY m.attempts, m.id LIMIT ?";
    private static final String UNTRIED =
            "SELECT id FROM hub_report_mails WHERE id = ? AND sent_at IS NULL AND attempts = ? FOR UPDATE SKIP LOCKED";
    // Others lock the row for a moment, to see that it is not theirs.
    private static final String COUNTED =
            "SELECT id FROM hub_report_mails WHERE id = ? AND sent_at IS NULL AND attempts = ? FOR UPDATE";
    private static final String COUNT = "UPDATE hub_report_mails SET attempts = attempts + 1 WHERE id = ?";
    private static final String SENT = "UPDATE hub_report_mails SET sent_at = ?, last_error = NULL WHERE id = ?";
    private static final String FAILED = "UPDATE hub_report_mails SET last_error = ? WHERE id = ?";
    private static final String REFUSED = "SELECT last_error FROM hub_report_mails WHERE sent_at IS NULL"
            + " AND queued_at > ? AND last_error IS NOT NULL ORDER BY attempts DESC, id DESC";

    private Letters() {}

    /** @return how many letters were queued: 1, or 0 if this one was queued before */
    static int queue(JobTransaction transaction, DailyReport report, Recipient recipient) throws SQLException {
        try (PreparedStatement sql = transaction.connection().prepareStatement(QUEUE)) {
            sql.setObject(1, report.date());
            sql.setInt(2, report.edition().version());
            sql.setString(3, recipient.address());
            sql.setString(4, recipient.audience().word());
            sql.setObject(5, LocalDateTime.ofInstant(transaction.now(), ZoneOffset.UTC));
            return sql.executeUpdate();
        }
    }

    /**
     * Letters that were queued after {@code since} and not sent, and whose next try is due at {@code now}: those first that
     * were tried least, the oldest first. Each failure doubles the time until the next try.
     */
    static List<Letter> unsent(Connection connection, Instant since, Instant now, int most) throws SQLException {
        List<Letter> letters = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(UNSENT)) {
            sql.setObject(1, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            sql.setObject(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            sql.setInt(3, most);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    letters.add(new Letter(
                            row.getLong(1),
                            row.getObject(2, LocalDate.class),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getInt(10)));
                }
            }
        }
        return letters;
    }

    /**
     * Counts the attempt, and commits that, so that it counts whatever comes of it; then keeps others from sending the letter
     * until the next transaction ends. False if it is sent, or somebody else has tried it, or is about to.
     */
    static boolean claim(Connection connection, Letter letter) throws SQLException {
        if (!held(connection, UNTRIED, letter.id(), letter.attempts())) {
            return false;
        }
        try (PreparedStatement sql = connection.prepareStatement(COUNT)) {
            sql.setLong(1, letter.id());
            sql.executeUpdate();
        }
        connection.commit();
        return held(connection, COUNTED, letter.id(), letter.attempts() + 1);
    }

    private static boolean held(Connection connection, String query, long id, int attempts) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setLong(1, id);
            sql.setInt(2, attempts);
            try (ResultSet row = sql.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Of each letter that was queued after {@code since} and cannot be sent, why not; the one that was tried most first. */
    static List<String> refused(Connection connection, Instant since) throws SQLException {
        List<String> reasons = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(REFUSED)) {
            sql.setObject(1, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    reasons.add(row.getString(1));
                }
            }
        }
        return reasons;
    }

    static void sent(Connection connection, Letter letter, Instant at) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(SENT)) {
            sql.setObject(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            sql.setLong(2, letter.id());
            sql.executeUpdate();
        }
    }

    static void failed(Connection connection, Letter letter, String why) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(FAILED)) {
            sql.setString(1, why);
            sql.setLong(2, letter.id());
            sql.executeUpdate();
        }
    }
}
