package hub.testkit.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What happens to awards, challenges, their participants, goals and flags. */
final class RecognitionWrites {

    private static final List<String> KEYS =
            List.of("streak_3", "streak_7", "early_bird", "zero_idle", "first_1000_points", "no_such_key");

    private final Scenario db;
    private final RandomSource random;
    private final List<Runnable> writes = new ArrayList<>();

    RecognitionWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
        writes.addAll(List.of(
                this::award,
                this::award,
                this::award,
                this::takeBack,
                this::collect,
                this::introduce,
                this::challenge,
                this::challenge,
                this::progress,
                this::join,
                this::leave,
                this::flag,
                this::flag,
                this::review,
                this::dropFlag));
    }

    /** One of them. */
    void once() {
        random.oneOf(writes).run();
    }

    private void award() {
        db.execute(
                "INSERT INTO achievements (employee_id, achievement_key, achievement_name, description, points_awarded,"
                        + " achievement_type, earned_date) VALUES (?, ?, ?, ?, ?, ?, ?)",
                random.employee(),
                random.oneOf(KEYS),
                random.oneIn(4) ? null : "Name |=- " + random.upTo(9),
                random.oneIn(4) ? null : "",
                random.oneIn(6) ? null : random.upTo(900),
                random.oneIn(6) ? null : "streak",
                random.day().minusDays(random.upTo(12)).toString());
    }

    private void takeBack() {
        RandomRow.of(db, random, "achievements", id -> db.execute("DELETE FROM achievements WHERE id = ?", id));
    }

    private void collect() {
        db.execute(
                "UPDATE employees SET achievement_points = ? WHERE id = ?",
                random.oneOf(List.of(0, 99, 100, 500, 999, 1000, 2000, 5000)),
                random.employee());
    }

    private void introduce() {
        db.execute(
                "UPDATE employees SET role_id = ?, hire_date = ?, is_new_employee = ? WHERE id = ?",
                random.oneIn(3) ? null : 1 + random.upTo(6),
                random.oneIn(3)
                        ? null
                        : random.day().minusDays(random.upTo(400)).toString(),
                random.upTo(2),
                random.employee());
    }

    private void challenge() {
        db.execute(
                "INSERT INTO team_challenges (role_id, challenge_type, challenge_name, description, target_value,"
                        + " current_value, start_date, end_date, reward_points, is_active)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                random.oneIn(3) ? null : 1 + random.upTo(6),
                random.oneIn(5) ? null : "items",
                "Challenge " + random.upTo(50),
                random.oneIn(3) ? null : "a|b",
                random.oneIn(5) ? null : BigDecimal.valueOf(random.upTo(90_000), 2),
                random.oneIn(5) ? null : BigDecimal.valueOf(random.upTo(99_000), 2),
                random.oneIn(5) ? null : random.day().minusDays(random.upTo(9)).toString(),
                random.oneIn(5)
                        ? null
                        : random.day().plusDays(random.upTo(9) - 2).toString(),
                random.oneIn(5) ? null : random.upTo(200),
                random.oneIn(5) ? 0 : 1);
    }

    private void progress() {
        RandomRow.of(
                db,
                random,
                "team_challenges",
                id -> db.execute(
                        "UPDATE team_challenges SET current_value = ? WHERE id = ?",
                        BigDecimal.valueOf(random.upTo(99_000), 2),
                        id));
    }

    private void join() {
        RandomRow.of(
                db,
                random,
                "team_challenges",
                id -> db.execute(
                        "INSERT INTO challenge_participants (challenge_id, employee_id) VALUES (?, ?)",
                        id,
                        random.employee()));
    }

    private void leave() {
        RandomRow.of(
                db,
                random,
                "challenge_participants",
                id -> db.execute("DELETE FROM challenge_participants WHERE id = ?", id));
    }

    private void flag() {
        db.execute(
                "INSERT INTO activity_flags (activity_log_id, flag_type, flag_reason, is_reviewed, created_at)"
                        + " VALUES (?, ?, ?, 0, ?)",
                1 + random.upTo(500),
                random.oneOf(List.of("suspicious", "duplicate", "out_of_range", "missing_clock")),
                random.oneIn(4) ? null : "because |=- of " + random.upTo(9),
                random.near(random.day()));
    }

    private void review() {
        RandomRow.of(
                db,
                random,
                "activity_flags",
                id -> db.execute(
                        "UPDATE activity_flags SET is_reviewed = 1, reviewed_at = ? WHERE id = ?",
                        random.near(random.day()),
                        id));
    }

    private void dropFlag() {
        RandomRow.of(db, random, "activity_flags", id -> db.execute("DELETE FROM activity_flags WHERE id = ?", id));
    }
}
