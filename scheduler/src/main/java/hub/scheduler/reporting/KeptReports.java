package hub.scheduler.reporting;

import hub.scheduler.report.Report;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** The table {@code hub_reports}: of each version of a day, and for each audience, the report that was made last. */
final class KeptReports {

    private static final String KEEP = "INSERT INTO hub_reports (score_date, version, audience, kind, title, headline,"
            + " position, made_at, html, csv, json, mail_html, mail_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE kind = VALUES(kind), title = VALUES(title), headline = VALUES(headline),"
            + " position = VALUES(position), made_at = VALUES(made_at), html = VALUES(html), csv = VALUES(csv),"
            + " json = VALUES(json), mail_html = VALUES(mail_html), mail_text = VALUES(mail_text)";

    private static final String LAST = "SELECT version, csv FROM hub_reports WHERE score_date = ? AND audience = ?"
            + " ORDER BY version DESC LIMIT 1";

    private KeptReports() {}

    /** The table of the report that was kept last. */
    record Kept(int version, String csv) {}

    static Optional<Kept> last(Connection connection, LocalDate date, Audience audience) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(LAST)) {
            sql.setObject(1, date);
            sql.setString(2, audience.word());
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? Optional.of(new Kept(row.getInt(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    static void keep(Connection connection, Report report, Renderings rendering) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(KEEP)) {
            sql.setObject(1, report.day().date());
            sql.setInt(2, report.day().edition().version());
            sql.setString(3, rendering.audience().word());
            sql.setString(4, report.day().edition().kind().name().toLowerCase(Locale.ROOT));
            sql.setString(5, rendering.title());
            sql.setString(6, rendering.headline());
            sql.setString(7, report.made().position());
            sql.setObject(8, LocalDateTime.ofInstant(report.made().madeAt(), ZoneOffset.UTC));
            sql.setString(9, rendering.html());
            sql.setString(10, rendering.csv());
            sql.setString(11, rendering.json());
            sql.setString(12, rendering.mail());
            sql.setString(13, rendering.text());
            sql.executeUpdate();
        }
    }
}
