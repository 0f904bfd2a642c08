package hub.testkit.scenario;

import java.math.BigDecimal;
import java.time.Instant;
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

    /** Connecteam's id comes and goes along with it. */
    void changeStreak() {
        Integer streak = random.oneIn(4) ? null : random.upTo(9);
        db.execute(
                "UPDATE employees SET current_streak = ?, connecteam_user_id = ? WHERE id = ?",
                streak,
                streak == null ? null : streak < 3 ? "" : "c-" + streak,
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

    /** Archived, archived again at another time, or restored; who has no address is a contractor. */
    void archive() {
        Instant at = random.oneIn(3) ? null : random.near(random.day());
        String email = random.oneIn(3) ? null : "e" + random.upTo(1_000_000) + "@example.org";
        db.execute(
                "UPDATE employees SET archived_at = ?, email = ?, is_contractor = ? WHERE id = ?",
                at,
                email,
                email == null ? 1 : 0,
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

    /** What else is known of the mapping follows from whose it is. */
    void map() {
        long employee = random.employee();
        db.execute(
                "INSERT INTO employee_podfactory_mapping_v2 (employee_id, podfactory_email, podfactory_name,"
                        + " similarity_score, confidence_level, is_verified) VALUES (?, ?, ?, ?, 'MEDIUM', ?)",
                employee,
                random.oneIn(6) ? null : random.oneOf(List.of("a", "B", "z", "ä")) + random.upTo(30) + "@example.org",
                employee % 5 == 0 ? null : "Employee " + (employee + 1),
                employee % 3 == 0 ? null : BigDecimal.valueOf(employee % 13 * 70, 3),
                employee % 2);
        aim(employee);
        earn(employee);
    }

    private void aim(long employee) {
        List<String> metrics = List.of("items_processed", "points_earned", "efficiency", "active_minutes", "other");
        String metric = metrics.get((int) (employee % metrics.size()));
        db.execute(
                "INSERT INTO employee_goals (employee_id, goal_type, metric, target_value, start_date, is_active)"
                        + " VALUES (?, ?, ?, ?, '2026-01-15', ?)",
                employee,
                employee % 2 == 0 ? "daily" : "weekly",
                metric,
                metric.equals("efficiency") ? new BigDecimal("0.90") : BigDecimal.valueOf(employee * 37),
                employee % 7 == 0 ? 0 : 1);
    }

    private void earn(long employee) {
        db.execute(
                "INSERT INTO employee_achievements (employee_id, achievement_key, earned_at, points_awarded)"
                        + " VALUES (?, ?, ?, ?)",
                employee,
                employee % 2 == 0 ? "early_bird" : "streak_3",
                employee % 4 == 0 ? null : "2026-01-1" + employee % 10 + " 05:59:59",
                employee % 5 == 0 ? null : employee);
    }

    /** Somebody confirms it on the way. */
    void remap() {
        RandomRow.of(
                db,
                random,
                "employee_podfactory_mapping_v2",
                id -> db.execute(
                        "UPDATE employee_podfactory_mapping_v2 SET employee_id = ?, is_verified = 1 WHERE id = ?",
                        random.employee(),
                        id));
    }

    /** A goal is given up along with it, and an achievement taken away. */
    void unmap() {
        db.execute("DELETE FROM employee_achievements ORDER BY id LIMIT 1");
        db.execute("UPDATE employee_goals SET is_active = 0 ORDER BY id LIMIT 2");
        RandomRow.of(
                db,
                random,
                "employee_podfactory_mapping_v2",
                id -> db.execute("DELETE FROM employee_podfactory_mapping_v2 WHERE id = ?", id));
    }
}
