package hub.scheduler.week;

import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Run;
import hub.scheduler.seal.FrozenRow;
import hub.scheduler.seal.FrozenRows;
import hub.scheduler.seal.ReferenceDay;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A job whose locks are short, and each of whose seals and reports is judged in its own transaction, over the same snapshot, by an
 * independent reading of the data.
 */
record Judged(Job job, Duration lock) implements Job {

    private static final String UNJUDGED =
            "SELECT s.* FROM hub_seals s LEFT JOIN judgements j ON j.score_date = s.score_date"
                    + " AND j.version = s.version WHERE j.version IS NULL";
    private static final String STORED = "SELECT employee_id, items_processed, points_earned, active_minutes,"
            + " clocked_minutes, efficiency_rate FROM daily_scores WHERE score_date = ? AND is_finalized = 1"
            + " ORDER BY employee_id";

    @Override
    public JobPlan plan() {
        JobPlan p = job.plan();
        return new JobPlan(p.name(), p.schedule(), p.delay(), p.daysBack(), p.catchUp(), p.grace(), lock);
    }

    @Override
    public Effect prepare(Run run) throws Exception {
        Effect effect = job.prepare(run);
        return new Effect() {
            @Override
            public String write(JobTransaction transaction) throws SQLException {
                String summary = effect.write(transaction);
                judge(transaction.connection());
                JudgedReports.judge(transaction.connection());
                return summary;
            }

            @Override
            public String compare(JobTransaction transaction) throws SQLException {
                return effect.compare(transaction);
            }
        };
    }

    private static void judge(Connection connection) throws SQLException {
        List<String[]> judgements = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(UNJUDGED);
                ResultSet seal = sql.executeQuery()) {
            while (seal.next()) {
                LocalDate date = seal.getObject("score_date", LocalDate.class);
                List<FrozenRow> right = ReferenceDay.rows(
                        connection,
                        date,
                        seal.getObject("evaluated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        seal.getString("kind").equals("restated") ? multipliers(connection, date) : Map.of());
                List<FrozenRow> stored = stored(connection, date);
                boolean same = right.equals(stored) && FrozenRows.hash(right).equals(seal.getString("hash"));
                judgements.add(new String[] {
                    date.toString(), seal.getString("version"), same ? "right" : "stored " + stored + ", right " + right
                });
            }
        }
        for (String[] judgement : judgements) {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT INTO judgements (score_date, version, verdict) VALUES (?, ?, ?)")) {
                for (int i = 0; i < judgement.length; i++) {
                    sql.setString(i + 1, judgement[i]);
                }
                sql.executeUpdate();
            }
        }
    }

    private static Map<Long, BigDecimal> multipliers(Connection connection, LocalDate date) throws SQLException {
        Map<Long, BigDecimal> multipliers = new HashMap<>();
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT subject_id, rate FROM hub_day_rates WHERE kind = 'role' AND score_date = ?")) {
            sql.setObject(1, date);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    multipliers.put(row.getLong(1), row.getBigDecimal(2));
                }
            }
        }
        return multipliers;
    }

    /** Reads what this transaction wrote. */
    private static List<FrozenRow> stored(Connection connection, LocalDate date) throws SQLException {
        List<FrozenRow> stored = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(STORED)) {
            sql.setObject(1, date);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    stored.add(new FrozenRow(
                            row.getLong(1),
                            row.getLong(2),
                            row.getBigDecimal(3),
                            row.getLong(4),
                            row.getBigDecimal(5).longValueExact(),
                            row.getBigDecimal(6)));
                }
            }
        }
        return stored;
    }
}
