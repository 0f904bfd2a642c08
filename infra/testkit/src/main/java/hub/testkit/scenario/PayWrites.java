package hub.testkit.scenario;

import java.math.BigDecimal;

/** What happens to {@code employee_payrates}. */
final class PayWrites {

    private final Scenario db;
    private final RandomSource random;

    PayWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    /** The rate is set anew, from hourly to a salary and back, sometimes to nothing. */
    void upsert() {
        boolean salary = random.oneIn(3);
        BigDecimal rate =
                random.oneIn(8) ? null : BigDecimal.valueOf((salary ? 200_000L : 1_000L) + random.upTo(300_000), 2);
        db.execute(
                "INSERT INTO employee_payrates (employee_id, pay_rate, pay_type, effective_date, notes)"
                        + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " pay_rate = VALUES(pay_rate), pay_type = VALUES(pay_type), notes = VALUES(notes)",
                random.employee(),
                rate,
                salary ? "salary" : "hourly",
                random.day().toString(),
                random.oneIn(2) ? null : "Agreed on \"review\" | " + random.upTo(100));
    }

    void delete() {
        RandomRow.of(
                db, random, "employee_payrates", id -> db.execute("DELETE FROM employee_payrates WHERE id = ?", id));
    }
}
