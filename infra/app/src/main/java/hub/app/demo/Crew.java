package hub.app.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The invented employees: the same ones for the same seed. */
final class Crew {

    private static final List<String> FIRST = List.of(
            "Ada", "Bruno", "Carla", "Diego", "Elif", "Farah", "Goran", "Hana", "Ivan", "Jamal", "Kira", "Luis", "Mei",
            "Nadia", "Omar", "Petra", "Quinn", "Rosa", "Samir", "Tara", "Uma", "Viktor", "Wanda", "Ximena", "Yusuf");
    private static final List<String> LAST = List.of(
            "Abara",
            "Brandt",
            "Castillo",
            "Dahl",
            "Eriksen",
            "Fontaine",
            "Garcia",
            "Hughes",
            "Ito",
            "Jansen",
            "Kowalski");

    private Crew() {}

    static List<Person> of(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.rangeClosed(1, size)
                .mapToObj(id -> new Person(id, name(id - 1), job(random), 0.7 + random.nextDouble() * 0.7))
                .toList();
    }

    // 25 and 11 have no common divisor: 275 different names before the first repeats.
    private static String name(int n) {
        String repeat = n < FIRST.size() * LAST.size() ? "" : " " + (n / (FIRST.size() * LAST.size()) + 1);
        return FIRST.get(n % FIRST.size()) + " " + LAST.get(n % LAST.size()) + repeat;
    }

    private static Job job(SplittableRandom random) {
        int percent = random.nextInt(100);
        if (percent < 25) {
            return Job.HEAT_PRESSING;
        }
        if (percent < 50) {
            return Job.SHIPPING;
        }
        if (percent < 75) {
            return Job.PICKER;
        }
        return percent < 90 ? Job.LABELER : Job.FILM_MATCHING;
    }
}
