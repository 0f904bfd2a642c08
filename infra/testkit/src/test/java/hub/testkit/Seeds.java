package hub.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Chooses and prints the seed of a random test; {@code -Dhub.test.seed=…} repeats one. */
final class Seeds {

    private Seeds() {}

    static long next(Object... test) {
        long seed = Long.getLong("hub.test.seed", RandomGenerator.getDefault().nextLong(Integer.MAX_VALUE));
        System.out.println(
                "seed " + seed + " for " + Arrays.toString(test) + "; repeat it with -Dhub.test.seed=" + seed);
        return seed;
    }
}
