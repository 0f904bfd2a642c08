package hub.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/** What happens to {@code activity_logs}. */
final class ActivityWrites {

    private static final int THOUSANDS = 5_000;

    private final Scenario db;
    private final RandomSource random;

    ActivityWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    void insert() {
        db.activity(random.activity());
    }

    /** Work of days long past, reported now. */
    void insertLate() {
        Activity late = random.activity();
        Duration age = Duration.ofDays(5 + random.upTo(20));
        Instant end = late.end();
        db.activity(late.between(late.start().minus(age), end == null ? null : end.minus(age)));
    }

    void insertOrDeleteThousands() {
        if (db.number("SELECT COUNT(*) FROM activity_logs") >= THOUSANDS) {
            db.execute("DELETE FROM activity_logs WHERE id % 50 <> 0");
            return;
        }
        StringBuilder rows = new StringBuilder("INSERT INTO activity_logs (employee_id, role_id, activity_type,"
                + " items_count, window_start, window_end, department, source) VALUES ");
        String start = random.day() + " 13:00:00";
        for (int i = 0; i < THOUSANDS; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("(%d,%d,'Picking',%d,'%s' + INTERVAL %d SECOND,NULL,'Picking','podfactory')"
                            .formatted(1 + i % RandomSource.EMPLOYEES, 1 + i % 5, i % 40, start, i * 7));
        }
        db.execute(rows.toString());
    }

    /** One statement, many rows. */
    void insertMany() {
        int before = 2 + random.upTo(20);
        some(id -> db.execute(
                "INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start, window_end,"
                        + " department, source) SELECT employee_id % 12 + 1, role_id, activity_type, items_count + 1,"
                        + " window_start + INTERVAL 7 MINUTE, window_end, department, source"
                        + " FROM activity_logs WHERE id <= ? ORDER BY id DESC LIMIT "
                        + before,
                id));
    }

    /** The sync's upsert changes the items and nothing else, sometimes not even those. */
    void resync() {
        some(id -> db.execute(
                "UPDATE activity_logs SET items_count = items_count + ? WHERE id = ?", random.upTo(20) - 5, id));
    }

    void moveToEmployee() {
        some(id -> db.execute("UPDATE activity_logs SET employee_id = ? WHERE id = ?", random.employee(), id));
    }

    void moveInTime() {
        some(id -> db.execute("UPDATE activity_logs SET window_start = ? WHERE id = ?", random.near(random.day()), id));
    }

    void moveToStation() {
        Activity to = random.activity();
        some(id -> db.execute(
                "UPDATE activity_logs SET role_id = ?, activity_type = ?, department = ? WHERE id = ?",
                to.role(),
                to.type(),
                to.department(),
                id));
    }

    void changeOdd() {
        some(id -> db.execute(
                "UPDATE activity_logs SET source = ?, items_count = ?, window_end = NULL WHERE id = ?",
                random.oneOf(List.of("podfactory", "manual")),
                random.oneIn(3) ? null : random.upTo(50),
                id));
    }

    void delete() {
        some(id -> db.execute("DELETE FROM activity_logs WHERE id = ?", id));
    }

    void deleteMany() {
        db.execute(
                "DELETE FROM activity_logs WHERE employee_id = ? AND window_start < ?",
                random.employee(),
                random.near(random.day()));
    }

    void changeId() {
        some(id -> db.execute("UPDATE activity_logs SET id = -id WHERE id = ?", id));
    }

    private void some(LongConsumer action) {
        RandomRow.of(db, random, "activity_logs", action);
    }
}
