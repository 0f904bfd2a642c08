package hub.testkit.scenario;

import java.util.function.LongConsumer;

/** Picks rows that are there. */
final class RandomRow {

    private RandomRow() {}

    /** Hands the id of some row of {@code table} to {@code action}; does nothing if there is none. */
    static void of(Scenario db, RandomSource random, String table, LongConsumer action) {
        int rows = (int) db.number("SELECT COUNT(*) FROM " + table);
        if (rows > 0) {
            action.accept(db.number("SELECT id FROM " + table + " ORDER BY id LIMIT 1 OFFSET " + random.upTo(rows)));
        }
    }
}
