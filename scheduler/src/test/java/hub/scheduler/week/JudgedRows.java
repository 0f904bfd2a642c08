package hub.scheduler.week;

import hub.projections.time.CentralDay;
import hub.scheduler.run.Run;
import hub.scheduler.seal.FrozenRow;
import hub.scheduler.seal.ReferenceDay;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges, in the transaction of a run, the scores of running days and the alerts that it wrote. */
final class JudgedRows {

    static final String RIGHT = "right";

    private static final String STORED = "SELECT employee_id, items_processed, points_earned, active_minutes,"
            + " clocked_minutes, efficiency_rate FROM daily_scores WHERE score_date = ? AND is_finalized = ?"
            + " ORDER BY employee_id FOR UPDATE";
    /** As the snapshot has them, with what this transaction wrote: two such looks differ by that alone. */
    private static final String SEEN = "SELECT score_date, employee_id, items_processed, points_earned, active_minutes,"
            + " clocked_minutes, efficiency_rate, is_finalized FROM daily_scores";

    private static final String ALERTS = "SELECT employee_id, since, severity FROM hub_alerts WHERE kind = 'idle'"
            + " AND closed_at IS NULL ORDER BY employee_id, since FOR UPDATE";
    /** The last run of an evening closes all there are. */
    private static final LocalTime LAST_CHECK = LocalTime.of(21, 55);

    private record Score(LocalDate date, FrozenRow values, boolean finalized) {}

    private final Connection connection;
    private final Run run;
    private final Set<Score> before;

    private JudgedRows(Connection connection, Run run, Set<Score> before) {
        this.connection = connection;
        this.run = run;
        this.before = before;
    }

    /** To be called before anything is written. */
    static JudgedRows before(Connection connection, Run run) throws SQLException {
        return new JudgedRows(connection, run, seen(connection));
    }

    void judge() throws SQLException {
        switch (run.job()) {
            case "realtime-scores" -> {
                judgeWritten("scores written");
                judgeToday();
            }
            case "process-activities" -> judgeWritten("late scores written");
            case "check-idle" -> judgeAlerts();
            default -> {}
        }
    }

    /** What was written is what a plain reading gives, and was not and is not final. */
    private void judgeWritten(String what) throws SQLException {
        Set<Score> written = new HashSet<>(seen(connection));
        written.removeAll(before);
        Set<String> finalBefore =
                before.stream().filter(Score::finalized).map(JudgedRows::key).collect(Collectors.toSet());
        Map<LocalDate, List<FrozenRow>> right = new TreeMap<>();
        List<Score> wrong = new ArrayList<>();
        for (Score score : written) {
            if (!right.containsKey(score.date())) {
                right.put(score.date(), right(score.date()));
            }
            if (score.finalized()
                    || finalBefore.contains(key(score))
                    || !right.get(score.date()).contains(score.values())) {
                wrong.add(score);
            }
        }
        note(connection, what, run, written.size(), wrong.isEmpty() ? RIGHT : "wrong " + wrong + ", right " + right);
    }

    /** Of a day that has ended an item is worth what a seal has recorded, if there is one. */
    private List<FrozenRow> right(LocalDate date) throws SQLException {
        boolean ended = !run.dueAt().isBefore(new CentralDay(date).end());
        return ReferenceDay.rows(
                connection, date, run.dueAt(), ended ? Judged.multipliers(connection, date) : Map.of());
    }

    /** Afterwards the whole day is right, but for who was final before. */
    private void judgeToday() throws SQLException {
        Set<Long> finals = stored(connection, run.date(), true).stream()
                .map(FrozenRow::employeeId)
                .collect(Collectors.toSet());
        List<FrozenRow> right = ReferenceDay.rows(connection, run.date(), run.dueAt(), Map.of()).stream()
                .filter(row -> !finals.contains(row.employeeId()))
                .toList();
        List<FrozenRow> stored = stored(connection, run.date(), false);
        note(
                connection,
                "scores of today",
                run,
                right.size(),
                stored.containsAll(right) ? RIGHT : "stored " + stored + ", right " + right);
    }

    private void judgeAlerts() throws SQLException {
        boolean last = run.dueAt().atZone(CentralDay.ZONE).toLocalTime().equals(LAST_CHECK);
        List<String> right = last ? List.of() : ReferenceIdle.at(connection, run.dueAt());
        List<String> open = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(ALERTS);
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                open.add(ReferenceIdle.text(row));
            }
        }
        note(connection, "alerts", run, right.size(), open.equals(right) ? RIGHT : "open " + open + ", right " + right);
    }

    /** Reads the newest commit and what this transaction wrote. */
    static List<FrozenRow> stored(Connection connection, LocalDate date, boolean finalized) throws SQLException {
        List<FrozenRow> stored = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(STORED)) {
            sql.setObject(1, date);
            sql.setInt(2, finalized ? 1 : 0);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    stored.add(values(row));
                }
            }
        }
        return stored;
    }

    static void note(Connection connection, String what, Run run, int judged, String verdict) throws SQLException {
        Judged.insert(
                connection,
                "INSERT INTO row_judgements (what, run_key, judged, verdict) VALUES (?, ?, ?, ?)",
                what,
                run.key(),
                judged,
                verdict);
    }

    private static Set<Score> seen(Connection connection) throws SQLException {
        Set<Score> seen = new HashSet<>();
        try (PreparedStatement sql = connection.prepareStatement(SEEN);
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                seen.add(new Score(
                        row.getObject("score_date", LocalDate.class), values(row), row.getBoolean("is_finalized")));
            }
        }
        return seen;
    }

    private static String key(Score score) {
        return score.date() + " " + score.values().employeeId();
    }

    private static FrozenRow values(ResultSet row) throws SQLException {
        BigDecimal clocked = row.getBigDecimal("clocked_minutes");
        return new FrozenRow(
                row.getLong("employee_id"),
                row.getLong("items_processed"),
                row.getBigDecimal("points_earned"),
                row.getLong("active_minutes"),
                clocked.longValueExact(),
                row.getBigDecimal("efficiency_rate"));
    }
}
