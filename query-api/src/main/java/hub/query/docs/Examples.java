package hub.query.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the running service, kept as resources: {@code <kind>/<name>.json}. */
final class Examples {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Examples() {}

    /** What the route of that name answers; null if there is no example. */
    static @Nullable JsonNode answer(String route) {
        return json("answers/" + route + ".json");
    }

    /** What is posted to the route of that name; null if there is no example. */
    static @Nullable JsonNode body(String route) {
        return json("bodies/" + route + ".json");
    }

    /** A problem as it is answered; null if there is no example. */
    static @Nullable JsonNode problem(String word) {
        return json("problems/" + word + ".json");
    }

    /** The beginning of a stream; null if there is no example. */
    static @Nullable String events(String route) {
        return text("answers/" + route + ".txt");
    }

    private static @Nullable JsonNode json(String path) {
        String text = text(path);
        return text == null ? null : MAPPER.readTree(text);
    }

    private static @Nullable String text(String path) {
        try (InputStream in = Examples.class.getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the example " + path + " cannot be read", e);
        }
    }
}
