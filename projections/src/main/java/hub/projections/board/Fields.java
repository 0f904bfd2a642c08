package hub.projections.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The text form of entries and fact values: components joined by {@code |}. A null component is {@code -}; text is
 * marked by a leading {@code =} and may stand only last, so it needs no escaping and never collides with null. Several
 * texts stand last, too, each after its length.
 */
public final class Fields {

    private static final char SEPARATOR = '|';

    private Fields() {}

    /** Joins components without text; null stands for SQL {@code NULL}. */
    public static String of(@Nullable Object... components) {
        StringBuilder text = new StringBuilder(32);
        for (int i = 0; i < components.length; i++) {
            if (i > 0) {
                text.append(SEPARATOR);
            }
            Object component = components[i];
            text.append(component == null ? "-" : component.toString());
        }
        return text.toString();
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

    public static @Nullable String nullableText(String component) {
        return component.startsWith("=") ? component.substring(1) : null;
    }

    /** Unpacks every entry of a sums partition. */
    public static void forEachTally(Map<String, String> fields, BiConsumer<String, Tally> action) {
        fields.forEach((entry, packed) -> action.accept(entry, Tally.unpack(Long.parseLong(packed))));
    }
}
