package hub.testkit.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * One view with its parameters: asked by its own route, or as an item of a batch.
 *
 * @param path of the route, with the names of path parameters in braces
 */
record Question(String view, String path, Map<String, String> parameters) {

    /** @param namesAndValues of the parameters, in turn */
    static Question of(String view, String path, Object... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return new Question(view, path, parameters);
    }

    /** The view's own route with these parameters; their values need no escaping. */
    String pathAndQuery() {
        String filled = path;
        String query = "";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String place = "{" + parameter.getKey() + "}";
            if (filled.contains(place)) {
                filled = filled.replace(place, parameter.getValue());
            } else {
                query += (query.isEmpty() ? "?" : "&") + parameter.getKey() + "=" + parameter.getValue();
            }
        }
        return filled + query;
    }

    /** The body of a batch that asks all of {@code questions}. */
    static String batch(List<Question> questions) {
        return questions.stream().map(Question::item).collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private String item() {
        return JsonMapper.shared().writeValueAsString(Map.of("view", view, "parameters", parameters));
    }
}
