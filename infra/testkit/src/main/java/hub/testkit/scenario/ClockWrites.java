package hub.testkit.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

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

    void takeBreak() {
        some(id -> db.execute(
                "UPDATE clock_times SET break_minutes = ? WHERE id = ?", random.oneIn(4) ? null : random.upTo(60), id));
    }

    void delete() {
        some(id -> db.execute("DELETE FROM clock_times WHERE id = ?", id));
    }

    /** The nightly reconciliation: all shifts of a day deleted and inserted again under new ids, in one transaction. */
    void rewriteDay() {
        Instant from = Instant.parse(random.day() + "T06:00:00Z");
        Instant to = from.plusSeconds(86_400);
        db.together(() -> {
            List<Shift> shifts = db.list(
                    "SELECT employee_id, clock_in, clock_out, total_minutes FROM clock_times"
                            + " WHERE clock_in >= ? AND clock_in < ? ORDER BY id",
                    row -> new Shift(row.getLong(1), row.getString(2), row.getString(3), row.getBigDecimal(4)),
                    from,
                    to);
            db.execute("DELETE FROM clock_times WHERE clock_in >= ? AND clock_in < ?", from, to);
            for (Shift shift : shifts) {
                db.execute(
                        "INSERT INTO clock_times (employee_id, clock_in, clock_out, total_minutes, source)"
                                + " VALUES (?, ?, ?, ?, 'connecteam')",
                        shift.employee(),
                        shift.clockIn(),
                        shift.clockOut(),
                        shift.minutes());
            }
        });
    }

    private record Shift(
            long employee,
            String clockIn,
            @Nullable String clockOut,
            @Nullable BigDecimal minutes) {}

    private void some(LongConsumer action) {
        RandomRow.of(db, random, "clock_times", action);
    }
}
