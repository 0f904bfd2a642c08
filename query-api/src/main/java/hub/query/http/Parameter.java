package hub.query.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one parameter. Reading it, the text of the error, batch requests, streams, and the OpenAPI document
 * all come from here. Immutable.
 *
 * @param <T> the parsed value
 * @param description one sentence for people
 * @param example a text that is allowed
 * @param allowed what is allowed, as the error says it: completes "allowed: …"
 * @param parse returns null for a text that is not allowed, and never throws
 * @param otherwise the value if none is given; null if it must be given
 */
public record Parameter<T>(
        String name,
        In in,
        String description,
        String example,
        Schema schema,
        String allowed,
        Function<String, @Nullable T> parse,
        @Nullable Default<T> otherwise) {

    /** Where the text comes from. Batch requests and streams name both kinds alike. */
    public enum In {
        PATH,
        QUERY;

        /** OpenAPI's word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What stands for a value that is not given.
     *
     * @param says for people: completes "default: …"
     * @param literal the default as a text, if it is always the same; null if it depends on the clock or means "none"
     * @param value from the clock
     */
    public record Default<T>(String says, @Nullable String literal, Function<Instant, T> value) {}

    /** A Central day that must be given. */
    public static Parameter<LocalDate> day(String name, String description) {
        return new Parameter<>(
                name,
                In.QUERY,
                description,
                "2026-01-15",
                Schema.date(),
                DateParameter.ALLOWED,
                DateParameter::parse,
                null);
    }

    /** A Central day in the path. */
    public static Parameter<LocalDate> pathDay(String name, String description) {
        Parameter<LocalDate> any = day(name, description);
        return new Parameter<>(
                name, In.PATH, description, any.example(), any.schema(), any.allowed(), any.parse(), null);
    }

    /** A whole number of {@code minimum} to {@code maximum} that must be given. */
    public static Parameter<Long> integer(String name, long minimum, long maximum, String description) {
        return new Parameter<>(
                name,
                In.QUERY,
                description,
                Long.toString(Math.clamp(10, minimum, maximum)),
                Schema.integer(minimum, maximum),
                "a whole number from " + minimum + " to " + maximum,
                text -> integer(text, minimum, maximum),
                null);
    }

    /** The id of a row, in the path. */
    public static Parameter<Long> id(String name, String description) {
        Parameter<Long> any = integer(name, 1, Long.MAX_VALUE, description);
        return new Parameter<>(name, In.PATH, description, "1", any.schema(), any.allowed(), any.parse(), null);
    }

    /** One of the constants of {@code type}, by its name in lower case, that must be given. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, Class<E> type, String description) {
        List<String> words =
                Stream.of(type.getEnumConstants()).map(Parameter::word).toList();
        return new Parameter<>(
                name,
                In.QUERY,
                description,
                words.getFirst(),
                Schema.oneOf(words),
                "one of " + String.join(", ", words),
                text -> constant(type, text),
                null);
    }

    /** A text of at most {@code maxLength} characters that must be given. */
    public static Parameter<String> text(String name, int maxLength, String description) {
        return new Parameter<>(
                name,
                In.QUERY,
                description,
                "text",
                Schema.text(maxLength),
                "a text of 1 to " + maxLength + " characters",
                text -> text.isEmpty() || text.length() > maxLength ? null : text,
                null);
    }

    /** One to {@code most} different words of {@code allowed}, with commas between them, that must be given. */
    public static Parameter<List<String>> words(String name, List<String> allowed, int most, String description) {
        return new Parameter<>(
                name,
                In.QUERY,
                description,
                String.join(",", allowed.subList(0, Math.min(2, allowed.size()))),
                Schema.listOf(allowed),
                "1 to " + most + " of " + String.join(", ", allowed) + ", with commas between them",
                text -> {
                    List<String> words =
                            Stream.of(text.split(",", -1)).distinct().toList();
                    return words.size() > most || !allowed.containsAll(words) ? null : words;
                },
                null);
    }

    /** The same parameter, with a value that stands for it if it is not given. */
    public Parameter<T> or(T constant, String literal) {
        return or(new Default<>(literal, literal, now -> constant));
    }

    /** The same parameter, with a value that stands for it if it is not given. */
    public Parameter<T> or(String says, Function<Instant, T> value) {
        return or(new Default<>(says, null, value));
    }

    private Parameter<T> or(Default<T> value) {
        return new Parameter<>(name, in, description, example, schema, allowed, parse, value);
    }

    /** The same parameter; empty if it is not given. */
    public Parameter<Optional<T>> optional() {
        return new Parameter<>(
                name,
                in,
                description,
                example,
                schema,
                allowed,
                text -> {
                    T value = parse.apply(text);
                    return value == null ? null : Optional.of(value);
                },
                new Default<>("none", null, now -> Optional.empty()));
    }

    public boolean required() {
        return otherwise == null;
    }

    private static @Nullable Long integer(String text, long minimum, long maximum) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() == from
                || text.length() > 19 + from
                || !text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        try {
            long value = Long.parseLong(text);
            return value < minimum || value > maximum ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        return null;
    }
}
