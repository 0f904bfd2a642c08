package hub.testkit.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Draws the values of random rows, mostly usual ones. The same seed draws the same values. */
final class RandomSource {

    static final int EMPLOYEES = 12;

    private final Random random;
    private final List<LocalDate> days;

    RandomSource(long seed, List<LocalDate> days) {
        this.random = new Random(seed);
        this.days = days;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T extends @Nullable Object> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void times(int atMost, IntConsumer action) {
        int n = 1 + random.nextInt(atMost);
        for (int i = 0; i < n; i++) {
            action.accept(i);
        }
    }

    /** One in fifteen is nobody's id. */
    long employee() {
        return oneIn(15) ? 500 + upTo(3) : 1 + upTo(EMPLOYEES);
    }

    LocalDate day() {
        return oneOf(days);
    }

    /** Near the day, and one in six right at a possible edge of it: the whole hours from 04:00 to 07:00 UTC. */
    Instant near(LocalDate day) {
        Instant midnight = Instant.parse(day + "T00:00:00Z");
        return oneIn(6)
                ? midnight.plusSeconds(3600L * (4 + upTo(4)) - upTo(2))
                : midnight.plusSeconds(6 * 3600L + upTo(24 * 3600));
    }

    Activity activity() {
        Activity usual = switch (upTo(5)) {
            case 0 -> Activity.picking(upTo(200));
            case 1 -> Activity.labeling(upTo(200));
            case 2 -> Activity.filmMatching(upTo(150));
            case 3 -> Activity.inProduction(upTo(60));
            default -> Activity.qcPassed(upTo(120));
        };
        Instant start = near(day());
        Activity activity = usual.by(employee()).between(start, oneIn(12) ? null : start.plusSeconds(60 + upTo(1200)));
        return odd(activity);
    }

    private Activity odd(Activity usual) {
        return switch (upTo(40)) {
            case 0 -> usual.withItems(null);
            case 1 -> usual.withItems(-3L);
            case 2 -> usual.withItems(0L);
            case 3 -> usual.withRole(null);
            case 4 -> usual.withRole(77L);
            case 5 -> usual.withType(null);
            case 6 -> usual.withType("item_scan").withDepartment("Unknown");
            case 7 -> usual.withDepartment(null);
            case 8 -> usual.withSource(null);
            case 9, 10, 11 -> usual.withSource("manual");
            case 12 -> usual.withDepartment("Gift Wrap");
            default -> usual;
        };
    }
}
