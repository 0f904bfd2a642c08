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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A job whose locks are short and whose runs can be held, and all of whose writing is judged in its own transaction, over the
 * same snapshot, by an independent reading of the data.
 */
record Judged(Job job, Duration lock, String instance, Hold hold) implements Job {

    private static final Set<String> SEALING = Set.of("finalize-daily", "close-day", "restate-days");

    private static final String UNJUDGED =
            "SELECT s.* FROM hub_seals s LEFT JOIN judgements j ON j.score_date = s.score_date"
                    + " AND j.version = s.version WHERE j.version IS NULL";

    @Override
    public JobPlan plan() {
        JobPlan p = job.plan();
        return new JobPlan(p.name(), p.schedule(), p.delay(), p.daysBack(), p.catchUp(), p.grace(), lock);
    }

    @Override
    public Effect prepare(Run run) throws Exception {
        Effect effect = job.prepare(run);
        hold.at(Hold.Place.PREPARED, run.job());
        return new Effect() {
            @Override
            public String write(JobTransaction transaction) throws SQLException {
                String summary = written(run, effect, transaction);
                stay(Hold.Place.WRITTEN, run);
                return summary;
            }

            @Override
            public String compare(JobTransaction transaction) throws SQLException {
                return effect.compare(transaction);
            }
        };
    }

    private void stay(Hold.Place place, Run run) {
        try {
            hold.at(place, run.job());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String written(Run run, Effect effect, JobTransaction transaction) throws SQLException {
        Connection connection = transaction.connection();
        JudgedRows rows = JudgedRows.before(connection, run);
        String summary = effect.write(transaction);
        if (SEALING.contains(run.job())) {
            judgeSeals(connection);
            look(connection, run);
            again(run, effect, transaction);
        }
        rows.judge();
        JudgedReports.judge(connection);
        insert(
                connection,
                "INSERT INTO writings (job, run_key, instance) VALUES (?, ?, ?)",
                run.job(),
                run.key(),
                instance);
        return summary;
    }

    /** To seal once more from the same data gives the same hash: nothing to write. */
    private static void again(Run run, Effect effect, JobTransaction transaction) throws SQLException {
        String summary = effect.write(transaction);
        JudgedRows.note(
                transaction.connection(),
                "sealed again",
                run,
                1,
                summary.endsWith("days looked at, nothing to change") ? JudgedRows.RIGHT : summary);
    }

    /** Notes the days that were closed when that run began. */
    private static void look(Connection connection, Run run) throws SQLException {
        List<LocalDate> closed = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(
                        "SELECT DISTINCT score_date FROM hub_seals WHERE kind <> 'provisional'");
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                closed.add(row.getObject(1, LocalDate.class));
            }
        }
        for (LocalDate date : closed) {
            insert(
                    connection,
                    "INSERT INTO looks (job, run_key, score_date) VALUES (?, ?, ?)",
                    run.job(),
                    run.key(),
                    date);
        }
    }

    private static void judgeSeals(Connection connection) throws SQLException {
        List<Object[]> judgements = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(UNJUDGED);
                ResultSet seal = sql.executeQuery()) {
            while (seal.next()) {
                LocalDate date = seal.getObject("score_date", LocalDate.class);
                List<FrozenRow> right = ReferenceDay.rows(
                        connection,
                        date,
                        seal.getObject("evaluated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        isOfRecordedRates(seal, date) ? multipliers(connection, date) : Map.of());
                List<FrozenRow> stored = JudgedRows.stored(connection, date, true);
                boolean same = right.equals(stored) && FrozenRows.hash(right).equals(seal.getString("hash"));
                judgements.add(new Object[] {
                    date.toString(),
                    seal.getInt("version"),
                    right.size(),
                    same ? JudgedRows.RIGHT : "stored " + stored + ", right " + right
                });
            }
        }
        for (Object[] judgement : judgements) {
            insert(
                    connection,
                    "INSERT INTO judgements (score_date, version, judged, verdict) VALUES (?, ?, ?, ?)",
                    judgement);
        }
    }

    /** A restatement, and what seals a day again that has been over for more than an hour. */
    private static boolean isOfRecordedRates(ResultSet seal, LocalDate date) throws SQLException {
        Instant sealedAt = seal.getObject("sealed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return seal.getString("kind").equals("restated")
                || seal.getInt("version") > 1 && sealedAt.isAfter(WeekJudge.at(date.plusDays(1), "01:00"));
    }

    static void insert(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            sql.executeUpdate();
        }
    }

    /** What an item of each role was worth when the day was sealed. */
    static Map<Long, BigDecimal> multipliers(Connection connection, LocalDate date) throws SQLException {
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
}
