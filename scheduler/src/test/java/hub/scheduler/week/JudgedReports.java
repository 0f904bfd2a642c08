package hub.scheduler.week;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Judges each report in the transaction that keeps it: its totals are those of the rows under its seal. */
final class JudgedReports {

    /** A day may be sealed anew while its report is made; there is nothing left then to judge the report by. */
    private static final String UNJUDGED = "SELECT r.score_date, r.version, r.audience, r.csv,"
            + " (SELECT MAX(s.version) FROM hub_seals s WHERE s.score_date = r.score_date) AS latest"
            + " FROM hub_reports r LEFT JOIN report_judgements j ON j.score_date = r.score_date"
            + " AND j.version = r.version AND j.audience = r.audience WHERE j.version IS NULL";

    private static final String TOTALS = "SELECT COALESCE(SUM(items_processed), 0), COALESCE(SUM(points_earned), 0)"
            + " FROM daily_scores WHERE is_finalized = 1 AND score_date = ?";

    private JudgedReports() {}

    static void judge(Connection connection) throws SQLException {
        List<String[]> judgements = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(UNJUDGED);
                ResultSet report = sql.executeQuery()) {
            while (report.next()) {
                String date = report.getString("score_date");
                int version = report.getInt("version");
                judgements.add(new String[] {
                    date,
                    Integer.toString(version),
                    report.getString("audience"),
                    version == report.getInt("latest")
                            ? verdict(connection, date, report.getString("csv"))
                            : "sealed anew"
                });
            }
        }
        for (String[] judgement : judgements) {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT INTO report_judgements (score_date, version, audience, verdict) VALUES (?, ?, ?, ?)")) {
                for (int i = 0; i < judgement.length; i++) {
                    sql.setString(i + 1, judgement[i]);
                }
                sql.executeUpdate();
            }
        }
    }

    private static String verdict(Connection connection, String date, String csv) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(TOTALS)) {
            sql.setString(1, date);
            try (ResultSet right = sql.executeQuery()) {
                right.next();
                BigDecimal items = total(csv, "items");
                BigDecimal points = total(csv, "points");
                return items.compareTo(Objects.requireNonNull(right.getBigDecimal(1))) == 0
                                && points.compareTo(Objects.requireNonNull(right.getBigDecimal(2))) == 0
                        ? "right"
                        : "reported " + items + " items, " + points + " points; right " + right.getString(1) + ", "
                                + right.getString(2);
            }
        }
    }

    private static BigDecimal total(String csv, String measure) {
        return csv.lines()
                .filter(line -> line.contains(",total,," + measure + ","))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .map(BigDecimal::new)
                .findFirst()
                .orElseThrow();
    }
}
