package hub.testkit.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the real writers do to the captured tables, at random: inserts, late ones too, re-syncs, moves, deletes,
 * the nightly rewrite of clock rows, finalizing, recording a day's rates, renames, people who leave and come back, transactions long and short that
 * are rolled back whole or in part. The same seed on the same rows does the same. Not for several threads.
 */
public final class RandomWrites {

    private static final int LONG_TRANSACTION = 50;
    private static final int SIDE = 6;

    private final Scenario db;
    private final RandomSource random;
    private final ActivityWrites activities;
    private final RandomSource sideSource;
    private final RecognitionWrites side;
    private final List<Runnable> writes = new ArrayList<>();

    /** @param days the Central days that most rows fall on */
    public RandomWrites(Scenario db, long seed, List<LocalDate> days) {
        this.db = db;
        this.random = new RandomSource(seed, days);
        this.activities = new ActivityWrites(db, random);
        // From a source of its own: what else happens in a course with a known seed stays as it was.
        this.sideSource = new RandomSource(~seed, days);
        this.side = new RecognitionWrites(db, sideSource);
        ClockWrites clocks = new ClockWrites(db, random);
        ScoreWrites scores = new ScoreWrites(db, random);
        StaffWrites staff = new StaffWrites(db, random);
        PayWrites pay = new PayWrites(db, random);
        RateWrites rates = new RateWrites(db, random);
        weigh(30, activities::insert);
        weigh(3, activities::insertLate);
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
        weigh(2, rates::sealDay);
        weigh(2, rates::change);
        weigh(2, rates::delete);
    }

    /** The rows to start from: the roles, the staff and a little work. */
    public void begin() {
        db.ownTables();
        db.roles();
        for (long id = 1; id <= RandomSource.EMPLOYEES; id++) {
            db.employee(id, "Employee " + id);
        }
        run(20);
    }

    /** Does about {@code count} things, some of them together in one transaction, some of those rolled back or partly so. */
    public void run(int count) {
        for (int done = 0; done < count; ) {
            int together = together();
            switch (together == 1 ? 0 : 1 + random.upTo(8)) {
                case 0 -> once();
                case 1, 2 -> db.rolledBack(() -> repeat(together));
                case 3, 4 -> db.transaction(() -> partly(together));
                default -> db.transaction(() -> repeat(together));
            }
            done += together;
        }
    }

    private int together() {
        if (random.oneIn(150)) {
            return LONG_TRANSACTION;
        }
        return random.oneIn(4) ? 2 + random.upTo(5) : 1;
    }

    /** What lies between the savepoint and the return to it has never been. */
    private void partly(int times) {
        repeat(1);
        db.execute("SAVEPOINT part");
        repeat(times - 1);
        db.execute("ROLLBACK TO SAVEPOINT part");
        repeat(1);
    }

    /** As many statements as the longest transaction at random has, in one that is certain to come and to stay. */
    public void longTransaction() {
        db.transaction(() -> repeat(LONG_TRANSACTION));
    }

    /** One statement of 5,000 rows; where there are that many already, one that deletes them. */
    public void many() {
        activities.insertOrDeleteThousands();
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
        if (sideSource.oneIn(SIDE)) {
            side.once();
        }
    }

    private void weigh(int weight, Runnable write) {
        for (int i = 0; i < weight; i++) {
            writes.add(write);
        }
    }
}
