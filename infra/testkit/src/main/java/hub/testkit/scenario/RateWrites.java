package hub.testkit.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What happens to {@code hub_day_rates}: whatever was recorded, multipliers and pay go on changing afterwards. */
final class RateWrites {

    private final Scenario db;
    private final RandomSource random;

    RateWrites(Scenario db, RandomSource random) {
        this.db = db;
        this.random = random;
    }

    /** A seal records all roles, one that is gone by now among them, and everybody. */
    void sealDay() {
        LocalDate day = random.day();
        db.together(() -> {
            for (long role : new long[] {1, 2, 3, 4, 5, 77}) {
                record(day, "role", role, 40_000);
            }
            for (long employee = 1; employee <= RandomSource.EMPLOYEES; employee++) {
                record(day, "employee", employee, 400_000);
            }
        });
    }

    void change() {
        if (random.oneIn(2)) {
            record(random.day(), "role", 1 + random.upTo(5), 40_000);
        } else {
            record(random.day(), "employee", random.employee(), 400_000);
        }
    }

    void delete() {
        RandomRow.of(db, random, "hub_day_rates", id -> db.execute("DELETE FROM hub_day_rates WHERE id = ?", id));
    }

    private void record(LocalDate day, String kind, long subject, int bound) {
        db.dayRate(day, kind, subject, BigDecimal.valueOf(random.upTo(bound), 4).toPlainString());
    }
}
