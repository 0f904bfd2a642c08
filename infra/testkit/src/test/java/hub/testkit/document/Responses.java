package hub.testkit.document;

import hub.query.http.Route;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What an OpenAPI document says that each route may answer. */
public final class Responses {

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
        return all(route).path(Integer.toString(status));
    }

    private JsonNode all(Route route) {
        return document.path("paths")
                .path(route.path().text())
                .path(route.method().name().toLowerCase(Locale.ROOT))
                .path("responses");
    }
}
