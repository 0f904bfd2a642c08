package hub.testkit.scenario;

import java.util.List;
import java.util.function.LongConsumer;

/** What happens to {@code activity_logs}. */
final class ActivityWrites {

    private final Scenario db;
    private final RandomSource random;

    ActivityWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    void insert() {
        db.activity(random.activity());
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
