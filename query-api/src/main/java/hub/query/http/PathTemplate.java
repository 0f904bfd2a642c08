package hub.query.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path such as {@code /api/dashboard/employees/{id}/stats}: each segment is a constant, or the name of a path parameter
 * in braces that stands for any one segment.
 */
public record PathTemplate(String text) {

    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9.-]+|\\{[a-z_]+}");

    /** @throws IllegalArgumentException if the text is not of that form */
    public PathTemplate {
        if (!text.startsWith("/")
                || !segments(text).stream()
                        .allMatch(segment -> SEGMENT.matcher(segment).matches())) {
            throw new IllegalArgumentException("\"" + text + "\" is not a path of segments like name or {parameter}");
        }
    }

    /** The segments in order, parameters in braces. */
    public List<String> segments() {
        return segments(text);
    }

    /** The names of the path parameters, in order. */
    public List<String> names() {
        return segments().stream()
                .filter(PathTemplate::isName)
                .map(PathTemplate::name)
                .toList();
    }

    static List<String> segments(String path) {
        return Stream.of(path.substring(1).split("/", -1)).toList();
    }

    static boolean isName(String segment) {
        return segment.startsWith("{");
    }

    static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
