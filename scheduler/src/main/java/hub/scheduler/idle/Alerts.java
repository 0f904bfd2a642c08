package hub.scheduler.idle;

import hub.projections.idle.IdleRule;
import hub.projections.idle.Idleness;
import hub.projections.time.CentralDay;
import hub.scheduler.run.Differences;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alerts of idleness in {@code hub_alerts}: one row per episode, whatever happens. */
final class Alerts {

    private record Episode(long employeeId, Instant since) {
        @Override
        public String toString() {
            return "employee " + employeeId + " since " + since;
        }
    }

    private record Open(long id, String severity) {}

    private static final String OPEN =
            "SELECT id, employee_id, since, severity FROM hub_alerts WHERE kind = 'idle' AND closed_at IS NULL";
    /** An episode that was closed too early, before a correction of the data, is open again. */
    private static final String RAISE = "INSERT INTO hub_alerts (kind, employee_id, since, raised_at, severity, status)"
            + " VALUES ('idle', ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE closed_at = NULL, severity = VALUES(severity)";

    private static final String WORSEN = "UPDATE hub_alerts SET severity = ? WHERE id = ?";
    private static final String CLOSE = "UPDATE hub_alerts SET closed_at = ? WHERE id = ?";

    private final Connection connection;
    private final Instant now;

    Alerts(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** @return what was done, or with {@code write} false, what would be, alert by alert */
    String bringUpToDate(List<Idleness> idle, boolean write) throws SQLException {
        Map<Episode, Open> open = open(write ? OPEN + " FOR UPDATE" : OPEN);
        Differences differences = new Differences();
        int raised = 0;
        for (Idleness one : idle) {
            Episode episode = new Episode(one.employeeId(), one.since().truncatedTo(ChronoUnit.MILLIS));
            Open known = open.remove(episode);
            if (known == null) {
                raised++;
                differences.add(
                        episode + " (no alert, should be " + one.severity().word() + ")");
                if (write) {
                    raise(one);
                }
            } else if (!known.severity().equals(one.severity().word())) {
                differences.add(episode + " (" + known.severity() + ", should be "
                        + one.severity().word() + ")");
                if (write) {
                    change(WORSEN, one.severity().word(), known.id());
                }
            }
        }
        for (Map.Entry<Episode, Open> over : open.entrySet()) {
            differences.add(over.getKey() + " (open, should be closed)");
            if (write) {
                change(
                        CLOSE,
                        LocalDateTime.ofInstant(end(over.getKey()), ZoneOffset.UTC),
                        over.getValue().id());
            }
        }
        return idle.size() + " idle: " + raised + " alerts raised, " + open.size() + " closed"
                + (write ? "" : differences.text());
    }

    /** Nobody is idle at night: an episode that is found open later ended when its evening did. */
    private Instant end(Episode episode) {
        return CentralDay.of(episode.since()).hours().stream()
                .filter(hour -> CentralDay.wallClockHour(hour) == IdleRule.UNTIL_HOUR)
                .filter(now::isAfter)
                .findFirst()
                .orElse(now);
    }

    private Map<Episode, Open> open(String query) throws SQLException {
        Map<Episode, Open> open = new HashMap<>();
        try (PreparedStatement sql = connection.prepareStatement(query);
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                open.put(
                        new Episode(
                                row.getLong("employee_id"),
                                row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                        new Open(row.getLong("id"), row.getString("severity")));
            }
        }
        return open;
    }

    private void raise(Idleness one) throws SQLException {
        change(
                RAISE,
                one.employeeId(),
                LocalDateTime.ofInstant(one.since(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS),
                LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                one.severity().word(),
                one.status().word());
    }

    private void change(String statement, Object... values) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            sql.executeUpdate();
        }
    }
}
