package hub.query.docs;

import static hub.query.docs.Shapes.ordered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What is said of an answer beside its body, by kind and status. */
final class Headers {

    private static final List<String> FACTS = List.of(
            "Hub-Position",
            "Hub-Position-At-Least",
            "Hub-As-Of",
            "Hub-Evaluated-At",
            "Hub-Generation",
            "Hub-State",
            "Hub-Source");

    private Headers() {}

    /** Each header once, by name. */
    static SequencedMap<String, Object> named() {
        SequencedMap<String, Object> headers = new LinkedHashMap<>();
        headers.put("ETag", header("A hash of the bytes"));
        headers.put("Hub-Position", header("The source position that the body contains"));
        headers.put("Hub-Position-At-Least", header("The same, from MySQL itself: more may be contained"));
        headers.put("Hub-As-Of", header("When the source committed that position's transaction"));
        headers.put("Hub-Evaluated-At", header("The clock used for what runs with time"));
        headers.put("Hub-Generation", header("Which complete set of boards"));
        headers.put("Hub-State", header("live, lagging, mid-transaction, stale or degraded"));
        headers.put("Hub-Source", header("Who answered: memory, redis or mysql"));
        headers.put("Hub-Report-Version", header("Which version of the day's seal"));
        headers.put(
                "Hub-Request-Id",
                header("What the log has of this request; the caller's own X-Request-Id if it gave one"));
        headers.put("Cache-Control", header("Who may keep the answer"));
        headers.put("Vary", header("What of the request the bytes depend on"));
        headers.put("X-Accel-Buffering", header("no: each write is to be passed on at once"));
        headers.put("Retry-After", header("After how many seconds it is worth asking again"));
        headers.put("WWW-Authenticate", header("How to show a key"));
        headers.put("Allow", header("The methods that the path has"));
        return headers;
    }

    /** Of 200. */
    static SequencedMap<String, Object> ofAnswer(Kind kind) {
        List<String> names = new ArrayList<>();
        switch (kind) {
            case VIEW -> names.add("ETag");
            case KEPT -> names.addAll(List.of("ETag", "Hub-Position", "Hub-Report-Version"));
            case STREAM -> names.add("X-Accel-Buffering");
            case SEVERAL, PLAIN -> {} // what was posted is not kept
        }
        if (kind.waitsForPositions()) {
            names.addAll(FACTS);
            names.add("Vary");
        }
        names.add("Cache-Control");
        return refs(names);
    }

    /** Of a problem with that status. */
    static SequencedMap<String, Object> ofProblem(int status) {
        List<String> names = new ArrayList<>();
        switch (status) {
            case 401 -> names.add("WWW-Authenticate");
            case 404 -> names.addAll(List.of("Hub-Position", "Hub-Position-At-Least"));
            case 405 -> names.add("Allow");
            case 429, 503 -> names.add("Retry-After");
            default -> {}
        }
        names.addAll(List.of("Hub-Request-Id", "Cache-Control"));
        return refs(names);
    }

    private static SequencedMap<String, Object> refs(List<String> names) {
        SequencedMap<String, Object> refs = new LinkedHashMap<>();
        names.forEach(name -> refs.put(name, ordered("$ref", "#/components/headers/" + name)));
        return refs;
    }

    private static Map<String, Object> header(String description) {
        return ordered("description", description, "schema", ordered("type", "string"));
    }
}
