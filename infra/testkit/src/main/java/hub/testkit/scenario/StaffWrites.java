package hub.testkit.scenario;

import java.math.BigDecimal;
import java.util.List;

/** What happens to {@code employees} and {@code role_configs}. */
final class StaffWrites {

    private final Scenario db;
    private final RandomSource random;

    StaffWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    void rename() {
        String name = random.oneOf(List.of("Zoë", "O'Neil", "名前", "Ann \"A\" | B", "=x|-")) + " " + random.upTo(100);
        db.execute("UPDATE employees SET name = ? WHERE id = ?", name, random.employee());
    }

    void toggleActive() {
        db.execute("UPDATE employees SET is_active = 1 - is_active WHERE id = ?", random.employee());
    }

    /** The person's work stays without an owner and finds one again. */
    void deleteAndRehire() {
        long id = 1 + random.upTo(RandomSource.EMPLOYEES);
        if (db.execute("DELETE FROM employees WHERE id = ?", id) == 0) {
            db.employee(id, "Rehired " + id);
        }
    }

    void changeStreak() {
        db.execute(
                "UPDATE employees SET current_streak = ? WHERE id = ?",
                random.oneIn(4) ? null : random.upTo(9),
                random.employee());
    }

    void changeRole() {
        db.execute(
                "UPDATE role_configs SET multiplier = ?, expected_per_hour = ? WHERE id = ?",
                BigDecimal.valueOf(random.upTo(400), 2),
                random.oneIn(5) ? null : 1 + random.upTo(200),
                1 + random.upTo(5));
    }

    void replaceRole() {
        db.execute(
                "REPLACE INTO role_configs (id, role_name, role_type, multiplier, expected_per_hour)"
                        + " VALUES (?, ?, 'batch', 0.75, 90)",
                1 + random.upTo(5),
                "Role " + random.upTo(50));
    }
}
