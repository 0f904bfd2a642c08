package hub.query.security;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * How long the refusal of a key takes, 10,000 samples of each kind in turns: medians that differ by less than two samples
 * of one kind differ among themselves tell nothing. What is promised is that the work is the same, which a test counts;
 * this shows it on one machine. Run {@link #main} while the machine is idle.
 */
final class KeyTimings {

    private static final int SAMPLES = 10_000;
    private static final int CHECKS_PER_SAMPLE = 20;
    private static final int WARM_UP = 20_000;
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    private KeyTimings() {}

    private record Kind(String name, IntFunction<String> presented, long[] nanos) {
        Kind(String name, IntFunction<String> presented) {
            this(name, presented, new long[SAMPLES]);
        }
    }

    public static void main(String[] args) {
        NewApiKey made = NewApiKey.generate("wall", Set.of(Scope.READ), new SecureRandom());
        ApiKeys keys = ApiKeys.parse(List.of(made.config()));
        SplittableRandom random = new SplittableRandom(1);
        String secret = made.key().substring("hub_wall_".length());
        List<Kind> kinds = List.of(
                new Kind("all but the last character right", i -> made.key().substring(0, 51) + random.nextInt(10)),
                new Kind("wrong from the first character on", i -> "hub_wall_" + other(secret, random)),
                new Kind("an id that nobody has", i -> "hub_wail_" + other(secret, random)),
                new Kind("the same once more", i -> "hub_wail_" + other(secret, random)));
        long refused = 0;
        for (int i = -WARM_UP; i < SAMPLES; i++) {
            for (Kind kind : kinds) {
                String text = kind.presented().apply(i);
                long start = System.nanoTime();
                for (int check = 0; check < CHECKS_PER_SAMPLE; check++) {
                    refused += keys.check(text, NOW).key() == null ? 1 : 0;
                }
                if (i >= 0) {
                    kind.nanos()[i] = (System.nanoTime() - start) / CHECKS_PER_SAMPLE;
                }
            }
        }
        System.out.println(refused + " refused");
        for (Kind kind : kinds) {
            Arrays.sort(kind.nanos());
            System.out.printf(
                    "%-36s 25 %%: %d ns, median %d ns, 75 %%: %d ns%n",
                    kind.name(), kind.nanos()[SAMPLES / 4], kind.nanos()[SAMPLES / 2], kind.nanos()[SAMPLES * 3 / 4]);
        }
    }

    private static String other(String secret, SplittableRandom random) {
        char[] text = new char[secret.length()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) ('a' + random.nextInt(26));
        }
        return new String(text);
    }
}
