package hub.query.docs;

import static hub.query.docs.Shapes.ordered;

import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.ProblemType;
import hub.query.http.Route;
import hub.query.http.Schema;
import hub.query.security.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Which problems a route may answer with, and how they are described. */
final class Answers {

    private Answers() {}

    /** Every problem that {@code route} may answer with. */
    static Set<ProblemType> problems(Route route, Kind kind, boolean needsTables) {
        Set<ProblemType> problems = EnumSet.of(
                ProblemType.INVALID_KEY,
                ProblemType.SCOPE_MISSING,
                ProblemType.METHOD_NOT_ALLOWED,
                ProblemType.TOO_MANY_REQUESTS,
                ProblemType.INTERNAL);
        if (!route.parameters().isEmpty() || kind.readsBoards()) { // Hub-Read-After is one, too
            problems.add(ProblemType.INVALID_PARAMETER);
        }
        if (route.scope() == Scope.OPS || route.method() == Method.POST || kind.readsBoards() || isKept(route)) {
            problems.add(ProblemType.UNAVAILABLE);
        }
        if (route.method() == Method.POST && Examples.body(route.name()) != null) {
            problems.addAll(
                    Set.of(ProblemType.INVALID_BODY, ProblemType.BODY_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        if (kind.waitsForPositions()) {
            problems.addAll(Set.of(ProblemType.CONFLICTING_POSITION, ProblemType.NOT_YET_CONTAINED));
        }
        if (kind == Kind.STREAM) { // whatever all of its views answer with
            problems.addAll(Set.of(ProblemType.NOT_FOUND, ProblemType.DAY_NOT_HELD, ProblemType.NOT_IN_SOURCE));
        }
        if (kind.readsBoards()) {
            problems.add(ProblemType.FILLING);
            boolean day = route.parameters().stream()
                    .map(Parameter::schema)
                    .anyMatch(schema ->
                            Objects.equals(schema.format(), Schema.date().format()));
            if (day) {
                problems.add(ProblemType.DAY_NOT_HELD);
            }
        }
        if (needsTables) {
            problems.add(ProblemType.NOT_IN_SOURCE);
        }
        if (route.scope() == Scope.OPS && route.path().names().contains("name")) {
            problems.addAll(Set.of(ProblemType.JOB_OFF, ProblemType.KEY_USED));
        }
        if (!route.path().names().isEmpty() || (route.scope() == Scope.OPS && route.method() == Method.POST)) {
            problems.add(ProblemType.NOT_FOUND);
        }
        return problems;
    }

    /** Whether it answers what was kept in MySQL. */
    private static boolean isKept(Route route) {
        return route.path().text().startsWith("/api/reports");
    }

    /** The responses to {@code problems}, by status. */
    static SequencedMap<String, Object> responses(Set<ProblemType> problems) {
        Map<String, List<ProblemType>> byStatus = new TreeMap<>();
        for (ProblemType problem : problems) {
            byStatus.computeIfAbsent(Integer.toString(problem.status()), status -> new ArrayList<>())
                    .add(problem);
        }
        SequencedMap<String, Object> responses = new LinkedHashMap<>();
        byStatus.forEach((status, types) -> responses.put(status, response(types)));
        return responses;
    }

    private static Map<String, Object> response(List<ProblemType> types) {
        SequencedMap<String, Object> examples = new LinkedHashMap<>();
        types.forEach(type -> examples.put(word(type), ordered("$ref", "#/components/examples/" + word(type))));
        return ordered(
                "description",
                String.join(" · ", types.stream().map(ProblemType::title).toList()),
                "content",
                ordered(
                        "application/problem+json",
                        ordered("schema", ordered("$ref", "#/components/schemas/Problem"), "examples", examples)));
    }

    /** One example of each problem that there is. */
    static SequencedMap<String, Object> examples() {
        SequencedMap<String, Object> examples = new LinkedHashMap<>();
        for (ProblemType type : ProblemType.values()) {
            JsonNode example = Examples.problem(word(type));
            if (example != null) {
                examples.put(word(type), ordered("summary", type.title(), "value", example));
            }
        }
        return examples;
    }

    static Map<String, Object> schema() {
        Map<String, Object> text = ordered("type", "string");
        return ordered(
                "type",
                "object",
                "description",
                "RFC 9457; further members depend on the type",
                "properties",
                ordered(
                        "type",
                        ordered(
                                "type",
                                "string",
                                "enum",
                                EnumSet.allOf(ProblemType.class).stream()
                                        .map(ProblemType::uri)
                                        .toList()),
                        "title",
                        text,
                        "status",
                        ordered("type", "integer"),
                        "detail",
                        text,
                        "error",
                        ordered("type", "string", "description", "The same text, under the legacy's name"),
                        "instance",
                        text),
                "required",
                List.of("type", "title", "status", "error"),
                "additionalProperties",
                true);
    }

    /** The word that names it in examples. */
    static String word(ProblemType type) {
        return type.uri().substring(type.uri().lastIndexOf('/') + 1);
    }
}
