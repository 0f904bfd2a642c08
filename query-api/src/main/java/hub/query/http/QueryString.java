package hub.query.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The decoded names and values of a query string. */
final class QueryString {

    private static final int MAX_PARAMETERS = 100;

    private QueryString() {}

    /** The values of {@code name} as they are written, whatever else is there: what has to be known before anything is refused. */
    static List<String> written(String raw, String name) {
        String start = name + "=";
        return Stream.of(raw.split("&", -1))
                .filter(part -> part.startsWith(start))
                .map(part -> part.substring(start.length()))
                .toList();
    }

    /** @throws Refusal if it cannot be decoded */
    static Map<String, List<String>> parse(String raw) {
        if (raw.isEmpty()) {
            return Map.of();
        }
        try {
            return new QueryStringDecoder(raw, StandardCharsets.UTF_8, false, MAX_PARAMETERS, true).parameters();
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "The query cannot be decoded: percent signs must be followed by two hex digits")
                    .refusal();
        }
    }
}
