package hub.projections.departments;

import hub.projections.view.Decimals;
import hub.projections.view.Fraction;
import java.math.BigDecimal;

/**
 * Clocked time of a department's people. Who has none is taken to have worked as long as the others on average, or eight
 * hours if nobody has any.
 */
final class DepartmentHours {

    private static final Fraction SIXTY = Fraction.of(BigDecimal.valueOf(60));
    private static final BigDecimal MINUTES_WITHOUT_CLOCK = BigDecimal.valueOf(8 * 60);

    private int employees;
    private int clocked;
    private Fraction minutes = Fraction.ZERO;

    /**
     * @param worked the person's clocked minutes of the day
     * @param share what part of them counts here
     */
    void add(BigDecimal worked, Fraction share) {
        employees++;
        if (worked.signum() > 0) {
            clocked++;
            minutes = minutes.plus(Fraction.of(worked).times(share));
        }
    }

    int employees() {
        return employees;
    }

    int clocked() {
        return clocked;
    }

    /** Two digits. */
    BigDecimal total() {
        return minutes.over(SIXTY).round(2);
    }

    /** items / hours used / expected × 100, one digit. */
    BigDecimal efficiency(long items, BigDecimal expectedPerHour) {
        return perMinute(items)
                .times(SIXTY)
                .times(Fraction.of(Decimals.HUNDRED, expectedPerHour))
                .round(1);
    }

    /** Two digits. */
    BigDecimal itemsPerMinute(long items) {
        return perMinute(items).round(2);
    }

    private Fraction perMinute(long items) {
        return employees == 0
                ? Fraction.ZERO
                : Fraction.of(BigDecimal.valueOf(items)).over(used());
    }

    private Fraction used() {
        BigDecimal people = BigDecimal.valueOf(employees);
        return minutes.signum() > 0
                ? minutes.times(Fraction.of(people, BigDecimal.valueOf(clocked)))
                : Fraction.of(people.multiply(MINUTES_WITHOUT_CLOCK));
    }
}
