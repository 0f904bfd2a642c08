package hub.query.docs;

import static hub.query.docs.Shapes.ordered;

import hub.projections.view.View;
import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.Route;
import hub.query.http.Schema;
import hub.query.http.ViewRoute;
import hub.query.http.ViewRoutes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI 3.1 document of a set of routes. Nothing in it is written a second time: paths, parameters, limits and scopes
 * are the routes' own, the schemas of answers are the views' records.
 */
public final class OpenApi {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final List<Map<String, Object>> POSITION_HEADERS = List.of(
            parameterIn("header", "Hub-Read-After", "A position of the source that the answer must contain"),
            parameterIn("header", "Prefer", "wait=SECONDS (up to 10): how long to wait for that position"));
    private static final Map<String, Object> HELD =
            parameterIn("header", "If-None-Match", "The ETag of the bytes that the caller has");
    private static final String KEY = "key";
    private static final String TICKET = "ticket";

    private final List<Route> routes;
    private final ViewRoutes views;
    private final Shapes shapes = new Shapes();

    private OpenApi(List<Route> routes, ViewRoutes views) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing((Route route) -> route.path().text())
                        .thenComparing(Route::method))
                .toList();
        this.views = views;
    }

    /** The document, UTF-8, the same bytes for the same routes. */
    public static byte[] of(List<Route> routes, ViewRoutes views) {
        return (MAPPER.writeValueAsString(new OpenApi(routes, views).document()) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> document() {
        SequencedMap<String, SequencedMap<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path().text(), path -> new LinkedHashMap<>())
                    .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        SequencedMap<String, Object> schemas = ordered("Problem", Answers.schema());
        schemas.putAll(Events.schemas());
        schemas.putAll(shapes.named());
        return ordered(
                "openapi",
                "3.1.1",
                "info",
                ordered(
                        "title",
                        "Productivity Hub",
                        "version",
                        "1",
                        "description",
                        "Every answer equals the SQL answer over MySQL at the position and instant printed in it."),
                "paths",
                paths,
                "components",
                ordered(
                        "schemas",
                        schemas,
                        "examples",
                        Answers.examples(),
                        "headers",
                        headers(),
                        "securitySchemes",
                        ordered(
                                KEY,
                                ordered("type", "apiKey", "in", "header", "name", "X-API-Key"),
                                TICKET,
                                ordered("type", "apiKey", "in", "query", "name", TICKET))));
    }

    private SequencedMap<String, Object> operation(Route route) {
        ViewRoute<?> view = views.named(route.name());
        Kind kind = kind(route, view);
        SequencedMap<String, Object> operation = ordered(
                "operationId",
                route.name(),
                "summary",
                route.summary(),
                "description",
                "Needs a key with the scope " + route.scope().word() + ".",
                "security",
                security(route));
        List<Map<String, Object>> parameters = new ArrayList<>();
        route.parameters().stream()
                .filter(parameter -> !parameter.name().equals(TICKET))
                .map(OpenApi::parameter)
                .forEach(parameters::add);
        if (view != null) {
            parameters.add(HELD);
        }
        if (kind.waitsForPositions()) {
            parameters.addAll(POSITION_HEADERS);
        }
        if (kind == Kind.STREAM) {
            parameters.addAll(passedOn(route));
            parameters.add(parameterIn("header", "Last-Event-ID", "The id of the last event that was seen"));
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        JsonNode body = Examples.body(route.name());
        if (route.method() == Method.POST && body != null) {
            operation.put(
                    "requestBody",
                    ordered(
                            "required",
                            true,
                            "content",
                            ordered("application/json", ordered("schema", Inferred.of(body), "example", body))));
        }
        SequencedMap<String, Object> responses = ordered("200", answer(route, view, kind));
        if (view != null) {
            responses.put("304", ordered("description", "The caller has these bytes, by its If-None-Match"));
        }
        responses.putAll(Answers.responses(Answers.problems(
                route, kind, view != null && !view.view().needs().isEmpty())));
        operation.put("responses", responses);
        return operation;
    }

    /** What a stream passes on to its views: a name may mean another default to each, so it is described as text. */
    private List<Map<String, Object>> passedOn(Route route) {
        Set<String> own = route.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        SequencedMap<String, List<String>> users = new TreeMap<>();
        Map<String, Parameter<?>> first = new HashMap<>();
        for (ViewRoute<?> view : views.all()) {
            for (Parameter<?> parameter : view.parameters()) {
                if (!own.contains(parameter.name())) {
                    first.putIfAbsent(parameter.name(), parameter);
                    users.computeIfAbsent(parameter.name(), name -> new ArrayList<>())
                            .add(view.name());
                }
            }
        }
        return users.entrySet().stream()
                .<Map<String, Object>>map(entry -> ordered(
                        "name",
                        entry.getKey(),
                        "in",
                        "query",
                        "required",
                        false,
                        "description",
                        "Passed on to the views that have it: " + String.join(", ", entry.getValue()),
                        "schema",
                        ordered("type", "string"),
                        "example",
                        Objects.requireNonNull(first.get(entry.getKey())).example()))
                .toList();
    }

    private static Kind kind(Route route, @Nullable ViewRoute<?> view) {
        if (view != null) {
            return Kind.VIEW;
        }
        if (Examples.events(route.name()) != null) {
            return Kind.STREAM;
        }
        return route.method() == Method.POST && Examples.body(route.name()) != null ? Kind.SEVERAL : Kind.PLAIN;
    }

    private static List<Map<String, Object>> security(Route route) {
        Map<String, Object> key = ordered(KEY, List.of(route.scope().word()));
        boolean ticket = route.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(TICKET));
        return ticket ? List.of(key, ordered(TICKET, List.of(route.scope().word()))) : List.of(key);
    }

    private Map<String, Object> answer(Route route, @Nullable ViewRoute<?> view, Kind kind) {
        String events = Examples.events(route.name());
        if (events != null) {
            return ordered(
                    "description",
                    "Server-Sent Events, described in STREAM.md; their data are the schemas ViewEvent, ProblemEvent,"
                            + " ProgressEvent, ResyncEvent and EndEvent",
                    "content",
                    ordered("text/event-stream", ordered("schema", ordered("type", "string"), "example", events)));
        }
        JsonNode example = Examples.answer(route.name());
        Map<String, Object> schema = view != null ? shapes.of(answerOf(view)) : inferred(example);
        SequencedMap<String, Object> content = ordered("schema", schema);
        if (example != null) {
            content.put("example", example);
        }
        SequencedMap<String, Object> answer = ordered("description", route.summary());
        if (kind.waitsForPositions()) {
            SequencedMap<String, Object> headers = new LinkedHashMap<>();
            Set<String> names = new LinkedHashSet<>(headers().keySet());
            if (view == null) {
                names.remove("ETag"); // what was posted is not kept
            }
            names.forEach(name -> headers.put(name, ordered("$ref", "#/components/headers/" + name)));
            answer.put("headers", headers);
        }
        answer.put("content", ordered("application/json", content));
        return answer;
    }

    private static Map<String, Object> inferred(@Nullable JsonNode example) {
        return example == null ? ordered() : Inferred.of(example);
    }

    private static java.lang.reflect.Type answerOf(ViewRoute<?> view) {
        return ResolvableType.forClass(view.view().getClass())
                .as(View.class)
                .getGeneric(1)
                .getType();
    }

    private static Map<String, Object> parameter(Parameter<?> parameter) {
        Parameter.Default<?> otherwise = parameter.otherwise();
        String description = parameter.description() + "; "
                + (otherwise == null ? "must be given" : "default: " + otherwise.says()) + ". Allowed: "
                + parameter.allowed();
        SequencedMap<String, Object> described = ordered(
                "name",
                parameter.name(),
                "in",
                parameter.in().word(),
                "required",
                parameter.required(),
                "description",
                description);
        if (parameter.schema().type() == Schema.Type.ARRAY) {
            described.put("style", "form");
            described.put("explode", false);
        }
        described.put("schema", schema(parameter.schema(), otherwise == null ? null : otherwise.literal()));
        described.put(
                "example",
                parameter.schema().type() == Schema.Type.ARRAY
                        ? List.of(parameter.example().split(",", -1))
                        : typed(parameter.schema(), parameter.example()));
        return described;
    }

    private static Map<String, Object> parameterIn(String in, String name, String description) {
        return ordered(
                "name",
                name,
                "in",
                in,
                "required",
                false,
                "description",
                description,
                "schema",
                ordered("type", "string"));
    }

    private static SequencedMap<String, Object> schema(Schema schema, @Nullable String literal) {
        SequencedMap<String, Object> json = ordered("type", schema.type().word());
        if (schema.type() == Schema.Type.ARRAY) {
            json.put("items", ordered("type", "string", "enum", schema.values()));
            json.put("minItems", 1);
            json.put("uniqueItems", true);
            return json;
        }
        put(json, "format", schema.format());
        put(json, "minimum", schema.minimum());
        put(json, "maximum", schema.maximum());
        put(json, "maxLength", schema.maxLength());
        put(json, "enum", schema.values().isEmpty() ? null : schema.values());
        put(json, "default", literal == null ? null : typed(schema, literal));
        return json;
    }

    private static void put(Map<String, Object> json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static Object typed(Schema schema, String text) {
        return schema.type() == Schema.Type.INTEGER ? (Object) Long.valueOf(text) : text;
    }

    private static SequencedMap<String, Object> headers() {
        return ordered(
                "ETag", header("A hash of the bytes"),
                "Hub-Position", header("The source position that the body contains"),
                "Hub-Position-At-Least", header("The same, from MySQL itself: more may be contained"),
                "Hub-As-Of", header("When the source committed that position's transaction"),
                "Hub-Evaluated-At", header("The clock used for what runs with time"),
                "Hub-Generation", header("Which complete set of boards"),
                "Hub-State", header("live, lagging, mid-transaction, stale or degraded"),
                "Hub-Source", header("Who answered: memory, redis or mysql"));
    }

    private static Map<String, Object> header(String description) {
        return ordered("description", description, "schema", ordered("type", "string"));
    }
}
