package hub.scheduler.week;

import hub.projections.time.CentralDay;
import hub.scheduler.Stock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** People work, and correct what they recorded, all the time; of days that are over, until {@code settled}. */
final class Work {

    static final int PEOPLE = 6;

    private final Stock stock;
    private final LocalDate first;
    private final Instant settled;
    private final Random random;
    /** Work of days before the first, recorded late: who, and on which day; and when it was recorded last. */
    private final Map<String, Instant> late = new TreeMap<>();

    private int reports;

    Work(Stock stock, LocalDate first, Instant settled, Random random) {
        this.stock = stock;
        this.first = first;
        this.settled = settled;
        this.random = random;
    }

    Map<String, Instant> late() {
        return late;
    }

    void some(Instant now) {
        int hour = CentralDay.wallClockHour(now);
        int person = 1 + random.nextInt(PEOPLE);
        if (hour >= 6 && hour < 21 && random.nextInt(2) == 0) {
            stock.recorded(
                    null,
                    person,
                    1 + random.nextInt(5),
                    random.nextInt(1, 60),
                    now.minusSeconds(random.nextInt(1_200)),
                    now.plusSeconds(random.nextInt(600)),
                    now);
        }
        if (now.isBefore(settled)) {
            other(now, person);
        }
    }

    private void other(Instant now, int person) {
        switch (random.nextInt(12)) {
            case 0 -> stock.shift(person, now.minusSeconds(random.nextInt(3_600)), null);
            case 1 ->
                stock.run(
                        "UPDATE clock_times SET clock_out = ? WHERE employee_id = ? AND clock_out IS NULL",
                        now,
                        person);
            case 2 -> recordLate(person, now.minus(Duration.ofHours(random.nextInt(60))), now);
            case 3 ->
                stock.run(
                        "UPDATE activity_logs SET items_count = items_count + 1, employee_id = ? WHERE report_id IS NULL ORDER BY RAND() LIMIT 1",
                        person);
            case 4 -> stock.run("DELETE FROM activity_logs WHERE report_id IS NULL ORDER BY RAND() LIMIT 1");
            case 5 ->
                stock.run(
                        "UPDATE role_configs SET multiplier = ? WHERE id = ?",
                        "1." + random.nextInt(10, 100),
                        1 + random.nextInt(5));
            default -> {}
        }
    }

    /** Work of a day that may be closed, or was before anything began. */
    void recordLate(int person, Instant when, Instant now) {
        stock.recorded("late-" + ++reports, person, 2, 7, when, null, now);
        LocalDate date = CentralDay.of(when).date();
        if (date.isBefore(first)) {
            late.put(person + " " + date, now);
        }
    }
}
