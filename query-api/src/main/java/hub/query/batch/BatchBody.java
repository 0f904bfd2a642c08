package hub.query.batch;

import hub.query.http.Problem;
import hub.query.http.ProblemType;
import hub.query.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code {"items": [{"view": "leaderboard", "parameters": {"date": "2026-01-15"}}]}} and nothing else. */
final class BatchBody {

    /**
     * An item as written.
     *
     * @param parameters texts by name; numbers and truth values as their texts
     */
    record Written(String view, Map<String, List<String>> parameters) {}

    private static final String FORM =
            "{\"items\": [{\"view\": \"leaderboard\", \"parameters\": {\"date\": \"2026-01-15\"}}]}";
    private static final String ITEMS = "items";
    private static final String VIEW = "view";
    private static final String PARAMETERS = "parameters";
    private static final int MAX_ECHO = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(2_000)
                            .maxNumberLength(40)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BatchBody() {}

    /** @throws Refusal that names what is wrong and where */
    static List<Written> parse(byte[] body) {
        JsonNode root = read(body);
        only(root, "the body", ITEMS);
        JsonNode items = root.get(ITEMS);
        if (items == null || !items.isArray()) {
            throw refused("\"items\" must be a list");
        }
        if (items.isEmpty() || items.size() > Batch.MAX_ITEMS) {
            throw refused("\"items\" has " + items.size() + " entries; allowed: 1 to " + Batch.MAX_ITEMS);
        }
        List<Written> written = new ArrayList<>();
        for (JsonNode item : items) {
            written.add(item(item, "items[" + written.size() + "]"));
        }
        return written;
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (root == null || !root.isObject()) {
                throw refused("The body must be a JSON object");
            }
            return root;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw refused("The body is not JSON that is read here"
                    + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
        }
    }

    private static Written item(JsonNode item, String where) {
        if (!item.isObject()) {
            throw refused(where + " must be an object");
        }
        only(item, where, VIEW, PARAMETERS);
        JsonNode view = item.get(VIEW);
        if (view == null || !view.isString()) {
            throw refused(where + ".view must be the name of a view");
        }
        JsonNode parameters = item.get(PARAMETERS);
        if (parameters != null && !parameters.isObject()) {
            throw refused(where + ".parameters must be an object");
        }
        Map<String, List<String>> given = new TreeMap<>();
        if (parameters != null) {
            parameters.properties().forEach(parameter -> {
                String at = where + ".parameters." + echo(parameter.getKey());
                given.put(parameter.getKey(), List.of(text(parameter.getValue(), at)));
            });
        }
        return new Written(view.stringValue(), given);
    }

    private static String text(JsonNode value, String where) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isIntegralNumber() || value.isBoolean()) {
            return value.toString();
        }
        throw refused(where + " must be a text, a whole number, true or false");
    }

    private static void only(JsonNode node, String where, String... names) {
        for (String name : node.propertyNames()) {
            if (!List.of(names).contains(name)) {
                throw refused(where + " has an unknown member \"" + echo(name) + "\"");
            }
        }
    }

    private static Refusal refused(String what) {
        return Problem.of(ProblemType.INVALID_BODY, what + "; a batch is written like " + FORM)
                .refusal();
    }

    static String echo(String text) {
        return text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…";
    }
}
