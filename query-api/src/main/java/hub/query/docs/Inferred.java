package hub.query.docs;

import static hub.query.docs.Shapes.ordered;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The schema that an example fits, for answers that no record declares. What is null in the example may be anything. */
final class Inferred {

    /** So many members may be of one form by chance. */
    private static final int MOST_ALIKE = 3;

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
        return isByName(example)
                ? ordered("type", "object", "additionalProperties", joined(members.values()))
                : ordered("type", "object", "properties", members, "required", new ArrayList<>(members.keySet()));
    }

    /** Whether the members' names are data, since what stands under each has the same form. */
    private static boolean isByName(JsonNode example) {
        return example.size() > MOST_ALIKE
                && example.valueStream().allMatch(JsonNode::isObject)
                && example.valueStream()
                                .map(value -> Set.copyOf(value.propertyNames()))
                                .distinct()
                                .count()
                        == 1;
    }

    private static Map<String, Object> array(JsonNode example) {
        return ordered(
                "type",
                "array",
                "items",
                joined(example.valueStream().<Object>map(Inferred::of).toList()));
    }

    private static Map<String, Object> joined(Collection<Object> schemas) {
        return schemas.stream().map(Inferred::asSchema).reduce(Inferred::joined).orElseGet(Shapes::ordered);
    }

    /** What fits either. */
    private static Map<String, Object> joined(Map<String, Object> one, Map<String, Object> other) {
        if (one.equals(other)) {
            return one;
        }
        if (!(one.get("properties") instanceof Map<?, ?> some)
                || !(other.get("properties") instanceof Map<?, ?> others)) {
            return ordered();
        }
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        Stream.concat(some.keySet().stream(), others.keySet().stream())
                .distinct()
                .forEach(name -> {
                    Object here = some.get(name);
                    Object there = others.get(name);
                    members.put(
                            (String) name,
                            here == null
                                    ? Objects.requireNonNull(there)
                                    : there == null ? here : joined(asSchema(here), asSchema(there)));
                });
        List<Object> required = new ArrayList<>((List<?>) Objects.requireNonNull(one.get("required")));
        required.retainAll((List<?>) Objects.requireNonNull(other.get("required")));
        return ordered("type", "object", "properties", members, "required", required);
    }

    @SuppressWarnings("unchecked") // written by this class
    private static Map<String, Object> asSchema(Object value) {
        return (Map<String, Object>) value;
    }
}
