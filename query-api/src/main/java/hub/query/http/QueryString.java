package hub.query.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The decoded names and values of a query string. */
final class QueryString {

    private static final int MAX_PARAMETERS = 100;

    private QueryString() {}

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
