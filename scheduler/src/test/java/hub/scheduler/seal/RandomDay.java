package hub.scheduler.seal;

import hub.projections.time.CentralDay;
import hub.scheduler.Stock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/** Writes what a strange day may look like: shifts and windows that overlap, cross edges, have no end, role or items. */
public final class RandomDay {

    private static final Integer[] ROLES = {1, 2, 3, 4, 5, 6, 7, 99, null};

    private RandomDay() {}

    public static void write(Stock stock, LocalDate date, int people, Random random) {
        CentralDay day = new CentralDay(date);
        long seconds = Duration.between(day.start(), day.end()).toSeconds();
        for (int person = 1; person <= people; person++) {
            for (int shift = random.nextInt(3); shift > 0; shift--) {
                Instant in = day.start().plusSeconds(random.nextLong(-7_200, seconds + 7_200));
                Instant out = switch (random.nextInt(8)) {
                    case 0 -> null;
                    case 1 -> in.minusSeconds(random.nextInt(600));
                    default -> in.plusSeconds(random.nextInt(10 * 3600));
                };
                stock.run(
                        "INSERT IGNORE INTO clock_times (employee_id, clock_in, clock_out, break_minutes)"
                                + " VALUES (?, ?, ?, ?)",
                        person,
                        in,
                        out,
                        random.nextBoolean() ? null : random.nextInt(40));
            }
            Instant at = day.start().plusSeconds(random.nextLong(-7_200, seconds));
            for (int window = random.nextInt(14); window > 0; window--) {
                Integer items = random.nextInt(9) == 0 ? null : random.nextInt(-3, 60);
                stock.window(
                        random.nextInt(12) == 0 ? 1_000 : person,
                        ROLES[random.nextInt(ROLES.length)],
                        items,
                        at,
                        random.nextInt(6) == 0 ? null : at.plusSeconds(random.nextInt(-60, 1_200)));
                at = at.plusSeconds(random.nextInt(0, 3_600));
            }
        }
    }
}
