package hub.query.docs;

import static hub.query.docs.Shapes.ordered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The data of each event of a stream, as schemas. */
final class Events {

    private static final Map<String, Object> TEXT = ordered("type", "string");

    private Events() {}

    /** By the name of the schema; the name of the event is the first word of it. */
    static Map<String, Map<String, Object>> schemas() {
        SequencedMap<String, Map<String, Object>> schemas = new LinkedHashMap<>();
        SequencedMap<String, Object> view = ordered("view", TEXT);
        view.putAll(facts());
        view.put("etag", TEXT);
        view.put("body", ordered("description", "What the view's own route answers"));
        schemas.put("ViewEvent", object(view, List.of("position", "position_at_least", "generation")));
        schemas.put(
                "ProblemEvent",
                object(ordered("view", TEXT, "problem", ordered("$ref", "#/components/schemas/Problem")), List.of()));
        schemas.put("ProgressEvent", object(facts(), List.of("position", "position_at_least", "generation")));
        SequencedMap<String, Object> resync = ordered("reason", words("went-back", "unknown-id"));
        resync.putAll(facts());
        schemas.put("ResyncEvent", object(resync, List.of("position", "position_at_least", "generation")));
        schemas.put("EndEvent", object(ordered("reason", words("shutdown", "max-age", "key-revoked")), List.of()));
        return schemas;
    }

    private static SequencedMap<String, Object> facts() {
        return ordered(
                "position",
                TEXT,
                "position_at_least",
                TEXT,
                "as_of",
                TEXT,
                "evaluated_at",
                TEXT,
                "generation",
                ordered("type", "integer"),
                "state",
                words("live", "lagging", "mid-transaction", "stale", "degraded"),
                "source",
                words("memory", "redis", "mysql"));
    }

    private static Map<String, Object> words(String... words) {
        return ordered("type", "string", "enum", List.of(words));
    }

    private static Map<String, Object> object(SequencedMap<String, Object> members, List<String> optional) {
        List<String> required = new ArrayList<>(members.keySet());
        required.removeAll(optional);
        return ordered("type", "object", "properties", members, "required", required);
    }
}
