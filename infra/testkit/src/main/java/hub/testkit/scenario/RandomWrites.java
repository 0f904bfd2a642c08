package hub.testkit.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the real writers do to the captured tables, at random: inserts, re-syncs, moves, deletes, the nightly
 * rewrite of clock rows, finalizing, renames, transactions that are rolled back. The same seed on the same rows does the
 * same. Not for several threads.
 */
public final class RandomWrites {

    private final Scenario db;
    private final RandomSource random;
    private final List<Runnable> writes = new ArrayList<>();

    /** @param days the Central days that most rows fall on */
    public RandomWrites(Scenario db, long seed, List<LocalDate> days) {
        this.db = db;
        this.random = new RandomSource(seed, days);
        ActivityWrites activities = new ActivityWrites(db, random);
        ClockWrites clocks = new ClockWrites(db, random);
        ScoreWrites scores = new ScoreWrites(db, random);
        StaffWrites staff = new StaffWrites(db, random);
        PayWrites pay = new PayWrites(db, random);
        weigh(30, activities::insert);
        weigh(6, activities::insertMany);
        weigh(12, activities::resync);
        weigh(10, activities::moveToEmployee);
        weigh(6, activities::moveInTime);
        weigh(6, activities::moveToStation);
        weigh(4, activities::changeOdd);
        weigh(8, activities::delete);
        weigh(2, activities::deleteMany);
        weigh(2, activities::changeId);
        weigh(12, clocks::clockIn);
        weigh(10, clocks::clockOut);
        weigh(4, clocks::correct);
        weigh(3, clocks::takeBreak);
        weigh(3, clocks::delete);
        weigh(3, clocks::rewriteDay);
        weigh(8, scores::upsert);
        weigh(3, scores::finalizeDay);
        weigh(2, scores::delete);
        weigh(2, staff::rename);
        weigh(3, staff::toggleActive);
        weigh(2, staff::deleteAndRehire);
        weigh(2, staff::changeStreak);
        weigh(2, staff::changeRole);
        weigh(1, staff::replaceRole);
        weigh(2, staff::archive);
        weigh(2, staff::setTarget);
        weigh(1, staff::dropTarget);
        weigh(2, staff::map);
        weigh(1, staff::remap);
        weigh(1, staff::unmap);
        weigh(4, pay::upsert);
        weigh(1, pay::delete);
    }

    /** The rows to start from: the roles, the staff and a little work. */
    public void begin() {
        db.roles();
        for (long id = 1; id <= RandomSource.EMPLOYEES; id++) {
            db.employee(id, "Employee " + id);
        }
        run(20);
    }

    /** Does {@code count} things, some of them together in one transaction, some of those rolled back. */
    public void run(int count) {
        for (int done = 0; done < count; ) {
            int together = random.oneIn(4) ? 2 + random.upTo(5) : 1;
            if (together == 1) {
                once();
            } else if (random.oneIn(4)) {
                db.rolledBack(() -> repeat(together));
            } else {
                db.transaction(() -> repeat(together));
            }
            done += together;
        }
    }

    /** Empties one of the large tables without deleting a row. */
    public void truncate() {
        db.execute("TRUNCATE TABLE " + random.oneOf(List.of("activity_logs", "clock_times", "daily_scores")));
    }

    private void repeat(int times) {
        for (int i = 0; i < times; i++) {
            once();
        }
    }

    private void once() {
        random.oneOf(writes).run();
    }

    private void weigh(int weight, Runnable write) {
        for (int i = 0; i < weight; i++) {
            writes.add(write);
        }
    }
}
