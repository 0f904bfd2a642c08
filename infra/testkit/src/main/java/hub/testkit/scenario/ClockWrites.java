package hub.testkit.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongConsumer;

/** What happens to {@code clock_times}. */
final class ClockWrites {

    private final Scenario db;
    private final RandomSource random;

    ClockWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    /** The shift sync's upsert: the same shift again changes its end. */
    void clockIn() {
        Instant in = random.near(random.day());
        Instant out = random.oneIn(3) ? null : in.plusSeconds(random.upTo(10 * 3600));
        Integer minutes = out == null ? null : (int) ((out.getEpochSecond() - in.getEpochSecond()) / 60);
        db.execute(
                "INSERT INTO clock_times (employee_id, clock_in, clock_out, total_minutes, is_active, source)"
                        + " VALUES (?, ?, ?, ?, ?, 'connecteam') ON DUPLICATE KEY UPDATE"
                        + " clock_out = VALUES(clock_out), total_minutes = VALUES(total_minutes)",
                random.employee(),
                in,
                out,
                minutes,
                out == null ? 1 : 0);
    }

    void clockOut() {
        some(id -> db.execute(
                "UPDATE clock_times SET clock_out = clock_in + INTERVAL ? SECOND, total_minutes = ?, is_active = 0"
                        + " WHERE id = ? AND clock_out IS NULL",
                random.upTo(9 * 3600),
                random.upTo(540),
                id));
    }

    /** Reopened, ended before it began, or begun at another time. */
    void correct() {
        some(id -> {
            switch (random.upTo(3)) {
                case 0 -> db.execute("UPDATE clock_times SET clock_out = NULL, total_minutes = NULL WHERE id = ?", id);
                case 1 ->
                    db.execute("UPDATE clock_times SET clock_out = clock_in - INTERVAL 90 SECOND WHERE id = ?", id);
                default ->
                    db.execute(
                            "UPDATE IGNORE clock_times SET clock_in = ? WHERE id = ?", random.near(random.day()), id);
            }
        });
    }

    void delete() {
        some(id -> db.execute("DELETE FROM clock_times WHERE id = ?", id));
    }

    /** The nightly reconciliation: all shifts of a day deleted and inserted again under new ids. */
    void rewriteDay() {
        LocalDate day = random.day();
        Instant from = Instant.parse(day + "T06:00:00Z");
        Instant to = from.plusSeconds(86_400);
        db.execute("DROP TEMPORARY TABLE IF EXISTS rewritten");
        db.execute(
                "CREATE TEMPORARY TABLE rewritten AS SELECT employee_id, clock_in, clock_out, total_minutes"
                        + " FROM clock_times WHERE clock_in >= ? AND clock_in < ?",
                from,
                to);
        Runnable rewrite = () -> {
            db.execute("DELETE FROM clock_times WHERE clock_in >= ? AND clock_in < ?", from, to);
            db.execute("INSERT INTO clock_times (employee_id, clock_in, clock_out, total_minutes, source)"
                    + " SELECT employee_id, clock_in, clock_out, total_minutes, 'connecteam' FROM rewritten");
        };
        db.together(rewrite);
    }

    private void some(LongConsumer action) {
        RandomRow.of(db, random, "clock_times", action);
    }
}
