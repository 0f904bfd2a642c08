package hub.testkit;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/**
 * Chooses and prints the seeds of random tests; {@code -Dhub.test.seed=…} repeats one, {@code -Dhub.test.seeds=20} tries
 * as many one after the other.
 */
final class Seeds {

    private Seeds() {}

    static long next(Object... test) {
        long seed = Long.getLong("hub.test.seed", RandomGenerator.getDefault().nextLong(Integer.MAX_VALUE));
        System.out.println(
                "seed " + seed + " for " + Arrays.toString(test) + "; repeat it with -Dhub.test.seed=" + seed);
        return seed;
    }

    /** Runs {@code body} with one seed, or with as many as are wanted. */
    static void each(LongConsumer body, Object... test) {
        int seeds = Integer.getInteger("hub.test.seeds", 1);
        for (int i = 0; i < seeds; i++) {
            body.accept(next(test));
        }
    }
}
