package hub.projections.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The text form of entries and fact values: components joined by {@code |}. A null component is {@code -}; text is
 * marked by a leading {@code =} and may stand only last, so it needs no escaping and never collides with null. Several
 * texts stand last, too, each after its length.
 */
public final class Fields {

    private static final char SEPARATOR = '|';
    private static final int LONG_ENOUGH = 80;
    private static final int BILLION = 1_000_000_000;

    private Fields() {}

    /** Joins components without text; null stands for SQL {@code NULL}. */
    public static String of(@Nullable Object... components) {
        StringBuilder text = new StringBuilder(LONG_ENOUGH);
        for (int i = 0; i < components.length; i++) {
            if (i > 0) {
                text.append(SEPARATOR);
            }
            append(components[i], text);
        }
        return text.toString();
    }

    private static void append(@Nullable Object component, StringBuilder text) {
        switch (component) {
            case null -> text.append('-');
            case Long number -> text.append(number.longValue());
            case Instant instant -> append(instant, text);
            default -> text.append(component);
        }
    }

    /** Epoch seconds, and nine digits after a point if it is not a whole one: short, exact, and quick to read. */
    private static void append(Instant instant, StringBuilder text) {
        text.append(instant.getEpochSecond());
        if (instant.getNano() != 0) {
            text.append('.').append(Integer.toString(BILLION + instant.getNano()), 1, 10);
        }
    }

    /** The instant that {@link #of} joined as a component. */
    public static Instant instant(String component) {
        int point = component.indexOf('.');
        return point < 0
                ? Instant.ofEpochSecond(Long.parseLong(component))
                : Instant.ofEpochSecond(
                        Long.parseLong(component, 0, point, 10),
                        Integer.parseInt(component, point + 1, component.length(), 10));
    }

    public static @Nullable Instant nullableInstant(String component) {
        return component.equals("-") ? null : instant(component);
    }

    /** Marks free text, which must be the last component. */
    public static String text(@Nullable String text) {
        return text == null ? "-" : "=" + text;
    }

    /** Marks several free texts, which together must be the last component. */
    public static String texts(@Nullable String... texts) {
        StringBuilder joined = new StringBuilder(48);
        for (String text : texts) {
            if (text == null) {
                joined.append('-');
            } else {
                joined.append(text.length()).append('=').append(text);
            }
        }
        return joined.toString();
    }

    /** The {@code count} texts that {@link #texts} joined. */
    public static List<@Nullable String> splitTexts(String joined, int count) {
        List<@Nullable String> texts = new ArrayList<>(count);
        int at = 0;
        while (texts.size() < count) {
            if (joined.charAt(at) == '-') {
                texts.add(null);
                at++;
            } else {
                int mark = joined.indexOf('=', at);
                int end = mark + 1 + Integer.parseInt(joined, at, mark, 10);
                texts.add(joined.substring(mark + 1, end));
                at = end;
            }
        }
        return texts;
    }

    /** The components of {@code joined}; the last one takes whatever remains. */
    public static List<String> split(String joined, int components) {
        List<String> parts = new ArrayList<>(components);
        int from = 0;
        while (parts.size() < components - 1) {
            int to = joined.indexOf(SEPARATOR, from);
            if (to < 0) {
                throw new IllegalArgumentException("expected " + components + " components in \"" + joined + "\"");
            }
            parts.add(joined.substring(from, to));
            from = to + 1;
        }
        parts.add(joined.substring(from));
        return parts;
    }

    public static @Nullable Long nullableLong(String component) {
        return component.equals("-") ? null : Long.valueOf(component);
    }

    public static @Nullable LocalDate nullableDate(String component) {
        return component.equals("-") ? null : LocalDate.parse(component);
    }

    public static @Nullable BigDecimal nullableDecimal(String component) {
        return component.equals("-") ? null : new BigDecimal(component);
    }

    /** A number as digits without an exponent, as a component. */
    public static @Nullable String decimal(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    public static @Nullable String nullableText(String component) {
        return component.startsWith("=") ? component.substring(1) : null;
    }

    /** Decodes every fact of a partition, from its primary key and its value, in that order. */
    public static <E> List<E> facts(
            Map<String, String> fields, BiFunction<Long, String, E> decode, Comparator<? super E> order) {
        return fields.entrySet().stream()
                .map(fact -> decode.apply(Long.valueOf(fact.getKey()), fact.getValue()))
                .sorted(order)
                .toList();
    }

    /** Unpacks every entry of a sums partition. */
    public static void forEachTally(Map<String, String> fields, BiConsumer<String, Tally> action) {
        fields.forEach((entry, packed) -> action.accept(entry, Tally.unpack(Long.parseLong(packed))));
    }
}
