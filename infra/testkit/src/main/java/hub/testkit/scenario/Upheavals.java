package hub.testkit.scenario;

import java.time.Instant;

/** What happens rarely and to many rows at once. Not part of the usual random writes, which it would drown. */
public final class Upheavals {

    private static final int BULK = 5_000;
    private static final int STATEMENTS = 50;

    private final Scenario db;
    private final RandomSource random;

    Upheavals(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    /** One statement that inserts 5,000 rows, and one that moves a part of them to another employee. */
    public void bulk() {
        Instant from = random.near(random.day());
        StringBuilder insert = new StringBuilder(
                "INSERT INTO activity_logs (report_id, employee_id, role_id, activity_type, items_count, window_start,"
                        + " department, source) VALUES ");
        for (int i = 0; i < BULK; i++) {
            insert.append(i == 0 ? "" : ",")
                    .append("('bulk',")
                    .append(random.employee())
                    .append(",2,'QC Passed',")
                    .append(random.upTo(9))
                    .append(",TIMESTAMPADD(SECOND,")
                    .append(i)
                    .append(",@bulk),'Packing','podfactory')");
        }
        db.together(() -> {
            db.execute("SET @bulk = ?", from);
            db.execute(insert.toString());
        });
        db.execute(
                "UPDATE activity_logs SET employee_id = ? WHERE report_id = 'bulk' AND employee_id = ?",
                random.employee(),
                random.employee());
        db.execute("DELETE FROM activity_logs WHERE report_id = 'bulk' AND items_count > 1");
    }

    /** Fifty statements in one transaction, some of them taken back. */
    public void longTransaction() {
        db.together(() -> {
            for (int i = 0; i < STATEMENTS; i++) {
                db.activity(random.activity());
                if (i % 10 == 5) {
                    db.execute("SAVEPOINT before_mistake");
                    db.activity(random.activity());
                    db.execute("DELETE FROM activity_logs WHERE employee_id = ?", random.employee());
                    db.execute("ROLLBACK TO SAVEPOINT before_mistake");
                }
            }
        });
    }

    /** Work of a day long gone, reported now. */
    public void lateRow() {
        db.activity(random.activity().between(random.near(random.day().minusDays(1)), null));
    }

    /** Columns come, are renamed, retyped and go, with rows written between; no value of a captured column changes. */
    public void schemaChanges() {
        db.execute("ALTER TABLE activity_logs ADD COLUMN passing VARCHAR(9) NULL FIRST");
        db.activity(random.activity());
        db.execute("ALTER TABLE activity_logs RENAME COLUMN passing TO gone_soon, MODIFY items_count BIGINT NULL");
        db.activity(random.activity());
        db.execute("ALTER TABLE activity_logs DROP COLUMN gone_soon");
        db.activity(random.activity());
    }
}
