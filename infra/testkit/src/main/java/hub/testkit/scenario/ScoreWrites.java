package hub.testkit.scenario;

import java.math.BigDecimal;

/** What happens to {@code daily_scores}. */
final class ScoreWrites {

    private final Scenario db;
    private final RandomSource random;

    ScoreWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    /** The calculator's upsert, every few minutes for everyone. */
    void upsert() {
        Integer items = random.oneIn(10) ? null : random.upTo(600);
        BigDecimal points = random.oneIn(10) ? null : BigDecimal.valueOf(random.upTo(60_000), 2);
        db.execute(
                "INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned, active_minutes,"
                        + " is_finalized) VALUES (?, ?, ?, ?, ?, 0) ON DUPLICATE KEY UPDATE"
                        + " items_processed = VALUES(items_processed), points_earned = VALUES(points_earned),"
                        + " active_minutes = VALUES(active_minutes)",
                random.employee(),
                random.day().toString(),
                items,
                points,
                random.upTo(480));
    }

    void finalizeDay() {
        db.execute(
                "UPDATE daily_scores SET is_finalized = ? WHERE score_date = ?",
                random.oneIn(5) ? 0 : 1,
                random.day().toString());
    }

    void delete() {
        RandomRow.of(db, random, "daily_scores", id -> db.execute("DELETE FROM daily_scores WHERE id = ?", id));
    }
}
