package hub.testkit.scenario;

import java.math.BigDecimal;
import java.util.List;

/** What happens to {@code employees}, {@code role_configs}, the targets and the mappings. */
final class StaffWrites {

    private final Scenario db;
    private final RandomSource random;

    StaffWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    void rename() {
        String name = random.oneOf(List.of("Zoë", "O'Neil", "名前", "Ann \"A\" | B", "=x|-", "ann", "Ángel", "zoe")) + " "
                + random.upTo(100);
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

    /** Archived, archived again at another time, or restored. */
    void archive() {
        db.execute(
                "UPDATE employees SET archived_at = ?, email = ? WHERE id = ?",
                random.oneIn(3) ? null : random.near(random.day()),
                random.oneIn(3) ? null : "e" + random.upTo(1_000_000) + "@example.org",
                random.employee());
    }

    void setTarget() {
        db.execute(
                "INSERT INTO department_targets (department_name, target_rate_per_person) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE target_rate_per_person = VALUES(target_rate_per_person)",
                random.oneOf(List.of("Picking", "packing", "Heat Press", "Labeling", "Gift Wrap", "Éclair")),
                random.oneIn(5) ? null : BigDecimal.valueOf(random.upTo(4000), 2));
    }

    void dropTarget() {
        RandomRow.of(
                db, random, "department_targets", id -> db.execute("DELETE FROM department_targets WHERE id = ?", id));
    }

    void map() {
        db.execute(
                "INSERT INTO employee_podfactory_mapping_v2 (employee_id, podfactory_email) VALUES (?, ?)",
                random.employee(),
                random.oneIn(6) ? null : random.oneOf(List.of("a", "B", "z", "ä")) + random.upTo(30) + "@example.org");
    }

    void remap() {
        RandomRow.of(
                db,
                random,
                "employee_podfactory_mapping_v2",
                id -> db.execute(
                        "UPDATE employee_podfactory_mapping_v2 SET employee_id = ? WHERE id = ?",
                        random.employee(),
                        id));
    }

    void unmap() {
        RandomRow.of(
                db,
                random,
                "employee_podfactory_mapping_v2",
                id -> db.execute("DELETE FROM employee_podfactory_mapping_v2 WHERE id = ?", id));
    }
}
