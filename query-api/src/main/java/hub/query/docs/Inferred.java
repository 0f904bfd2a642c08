package hub.query.docs;

import static hub.query.docs.Shapes.ordered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** The schema that an example fits, for answers that no record declares. What is null in the example may be anything. */
final class Inferred {

    private Inferred() {}

    static Map<String, Object> of(JsonNode example) {
        return switch (example.getNodeType()) {
            case OBJECT -> object(example);
            case ARRAY -> array(example);
            case STRING -> ordered("type", "string");
            case BOOLEAN -> ordered("type", "boolean");
            case NUMBER -> ordered("type", example.isIntegralNumber() ? "integer" : "number");
            case NULL, BINARY, MISSING, POJO -> ordered();
        };
    }

    private static Map<String, Object> object(JsonNode example) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        example.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return ordered("type", "object", "properties", members, "required", new ArrayList<>(members.keySet()));
    }

    private static Map<String, Object> array(JsonNode example) {
        List<Map<String, Object>> items =
                example.valueStream().map(Inferred::of).distinct().toList();
        return ordered("type", "array", "items", items.size() == 1 ? items.getFirst() : ordered());
    }
}
