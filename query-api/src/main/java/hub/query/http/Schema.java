package hub.query.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a parameter may be, in the words of OpenAPI's schemas.
 *
 * @param minimum for numbers; null for none
 * @param maximum for numbers; null for none
 * @param maxLength for texts; null for none
 * @param values the only ones allowed; empty for any
 */
public record Schema(
        Type type,
        @Nullable String format,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Integer maxLength,
        List<String> values) {

    /** The types of JSON that parameters have. */
    public enum Type {
        STRING,
        INTEGER,
        /** Texts with commas between them. */
        ARRAY;

        /** OpenAPI's word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Schema {
        values = List.copyOf(values);
    }

    public static Schema date() {
        return new Schema(Type.STRING, "date", null, null, null, List.of());
    }

    /** A whole number of {@code minimum} to {@code maximum}. */
    public static Schema integer(long minimum, long maximum) {
        return new Schema(Type.INTEGER, "int64", minimum, maximum, null, List.of());
    }

    public static Schema oneOf(List<String> values) {
        return new Schema(Type.STRING, null, null, null, null, values);
    }

    /** Of texts, each one of {@code values}. */
    static Schema listOf(List<String> values) {
        return new Schema(Type.ARRAY, null, null, null, null, values);
    }

    public static Schema text(int maxLength) {
        return new Schema(Type.STRING, null, null, null, maxLength, List.of());
    }
}
