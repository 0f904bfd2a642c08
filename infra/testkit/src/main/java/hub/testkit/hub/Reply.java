package hub.testkit.hub;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One answer of the service. */
public record Reply(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The clock that the answer was computed with. */
    public Instant evaluatedAt() {
        return header("Hub-Evaluated-At")
                .map(Instant::parse)
                .orElseThrow(() -> new AssertionError("no Hub-Evaluated-At in " + this));
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + " " + body;
    }
}
