package hub.testkit.document;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether a JSON value fits a schema of a document: the few words of JSON Schema that our documents use. */
public final class Conformity {

    private final JsonNode document;

    public Conformity(JsonNode document) {
        this.document = document;
    }

    /** What does not fit, and where; empty if all does. */
    public List<String> complaints(JsonNode schema, JsonNode value) {
        List<String> complaints = new ArrayList<>();
        check(schema, value, "$", complaints);
        return complaints;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> complaints) {
        if (schema.has("$ref")) {
            check(document.at(schema.path("$ref").asString().substring(1)), value, at, complaints);
            return;
        }
        if (schema.has("oneOf")) {
            boolean fits = schema.path("oneOf")
                    .valueStream()
                    .anyMatch(one -> complaints(one, value).isEmpty());
            if (!fits) {
                complaints.add(at + " fits none of " + schema);
            }
            return;
        }
        if (schema.has("type") && !types(schema).contains(typeOf(value)) && !isWholeNumber(schema, value)) {
            complaints.add(at + " is " + value + ", not " + schema.path("type"));
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(word -> word.equals(value))) {
            complaints.add(at + " is " + value + ", not one of " + schema.path("enum"));
        }
        if (value.isObject()) {
            checkMembers(schema, value, at, complaints);
        }
        if (value.isArray()) {
            int i = 0;
            for (JsonNode item : value) {
                check(schema.path("items"), item, at + "[" + i++ + "]", complaints);
            }
        }
    }

    private void checkMembers(JsonNode schema, JsonNode value, String at, List<String> complaints) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                complaints.add(at + " lacks " + name);
            }
        });
        value.properties().forEach(member -> {
            JsonNode declared = schema.path("properties").path(member.getKey());
            JsonNode any = schema.path("additionalProperties");
            if (!declared.isMissingNode()) {
                check(declared, member.getValue(), at + "." + member.getKey(), complaints);
            } else if (any.isObject()) {
                check(any, member.getValue(), at + "." + member.getKey(), complaints);
            } else if (!any.asBoolean(false) && schema.has("properties")) {
                complaints.add(at + " has " + member.getKey() + ", which is not declared");
            }
        });
    }

    private static boolean isWholeNumber(JsonNode schema, JsonNode value) {
        return value.isIntegralNumber() && types(schema).contains("number");
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString());
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case NULL, BINARY, MISSING, POJO -> "null";
        };
    }
}
