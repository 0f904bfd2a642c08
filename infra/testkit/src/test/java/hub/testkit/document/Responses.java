package hub.testkit.document;

import hub.query.http.ProblemType;
import hub.query.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What an OpenAPI document says that each route may answer. */
public final class Responses {

    private static final Pattern TELLING =
            Pattern.compile("(?i)hub-.*|etag|cache-control|vary|retry-after|www-authenticate|allow|x-accel-.*");

    private final JsonNode document;

    public Responses(JsonNode document) {
        this.document = document;
    }

    /** The statuses that {@code route} may answer with; none for a route that is not in the document. */
    public Set<Integer> statuses(Route route) {
        Set<Integer> statuses = new TreeSet<>();
        all(route).propertyNames().forEach(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    /** What is said of {@code status}; missing if nothing is. */
    public JsonNode of(Route route, int status) {
        JsonNode response = all(route).path(Integer.toString(status));
        return response.has("$ref")
                ? document.at(response.path("$ref").asString().substring(1))
                : response;
    }

    /** What is said of problems of that kind, wherever it may be answered. */
    public List<JsonNode> of(ProblemType problem) {
        String word = problem.uri().substring(problem.uri().lastIndexOf('/') + 1);
        return document.at("/components/responses").properties().stream()
                .filter(named -> List.of(named.getKey().split("\\.")).contains(word))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those of {@code sent} that tell of the answer, and that {@code response} does not declare. */
    public static Set<String> undeclared(JsonNode response, Set<String> sent) {
        Set<String> undeclared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sent.stream().filter(name -> TELLING.matcher(name).matches()).forEach(undeclared::add);
        response.path("headers").propertyNames().forEach(undeclared::remove); // removeAll may compare by case
        return undeclared;
    }

    private JsonNode all(Route route) {
        return document.path("paths")
                .path(route.path().text())
                .path(route.method().name().toLowerCase(Locale.ROOT))
                .path("responses");
    }
}
