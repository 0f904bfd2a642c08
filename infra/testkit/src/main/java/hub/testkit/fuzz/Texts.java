package hub.testkit.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Strange texts, and usual ones. */
final class Texts {

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "%",
            "%zz",
            "%00",
            "%u0041",
            "%c0%ae%c0%ae%2f",
            "%ff%fe",
            "..%2f..%2fetc%2fpasswd",
            "%0d%0aSet-Cookie:%20a=b",
            "'%20OR%201=1%20--",
            "${jndi:x}",
            "#{1+1}",
            "{{7*7}}",
            "<script>",
            "%F0%9F%94%A5",
            "%D9%A2%D9%A0",
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e9",
            "0x10",
            "NaN",
            "null",
            "true",
            "2026-02-30",
            "0000-00-00",
            "2099-12-31",
            "2100-01-01",
            "2026-1-5",
            "2026-03-08",
            "2026-11-01",
            "leaderboard,leaderboard",
            "leaderboard,nothing",
            "*",
            "hub:{a}:b",
            "1.1.1.a.b");

    private final RandomGenerator random;
    private final LocalDate today;

    Texts(RandomGenerator random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    /** Some are escaped for URLs, some only half, some not at all; none has a space or a line end as it is. */
    String hostile() {
        return switch (random.nextInt(8)) {
            case 0 -> "x".repeat(random.nextInt(3_000));
            case 1 -> random(random.nextInt(40));
            case 2 -> URLEncoder.encode(random(random.nextInt(40)), StandardCharsets.UTF_8);
            default -> oneOf(HOSTILE);
        };
    }

    /** Printable ASCII without a space. */
    private String random(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('!' + random.nextInt('~' - '!')));
        }
        return text.toString();
    }

    String day() {
        return today.plusDays(random.nextInt(12) - 10).toString();
    }

    /** Any day that is a day. */
    String anyDay() {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(36_500)).toString();
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
