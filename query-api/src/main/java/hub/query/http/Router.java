package hub.query.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path: one look into a map if the path has no parameters, else a walk along its segments, constants
 * before parameters.
 */
final class Router {

    /**
     * What stands at a path.
     *
     * @param variables the decoded path parameters, by name
     */
    record Match(Map<Method, Route> routes, Map<String, List<String>> variables) {}

    private static final class Node {
        private final Map<String, Node> constants = new HashMap<>();
        private final Map<Method, Route> routes = new EnumMap<>(Method.class);
        private @Nullable Node any;
    }

    private final Map<String, Match> exact = new HashMap<>();
    private final Node root = new Node();

    /** @throws IllegalArgumentException if two routes share a name, or a method and a path */
    Router(List<Route> routes) {
        Set<String> names = new HashSet<>();
        for (Route route : routes) {
            if (!names.add(route.name())) {
                throw new IllegalArgumentException("two routes are called " + route.name());
            }
            Node node = node(route.path());
            if (node.routes.put(route.method(), route) != null) {
                throw new IllegalArgumentException("two routes are at " + route.method() + " " + route.path());
            }
            if (route.path().names().isEmpty()) {
                exact.put(route.path().text(), new Match(node.routes, Map.of()));
            }
        }
    }

    private Node node(PathTemplate path) {
        Node node = root;
        for (String segment : path.segments()) {
            if (PathTemplate.isName(segment)) {
                if (node.any == null) {
                    node.any = new Node();
                }
                node = node.any;
            } else {
                node = node.constants.computeIfAbsent(segment, missing -> new Node());
            }
        }
        return node;
    }

    /** @param path raw, without the query */
    @Nullable
    Match find(String path) {
        Match found = exact.get(path);
        return found == null && path.startsWith("/") ? walk(root, PathTemplate.segments(path), 0) : found;
    }

    private static @Nullable Match walk(Node node, List<String> segments, int at) {
        if (at == segments.size()) {
            return node.routes.isEmpty() ? null : new Match(node.routes, variables(node.routes, segments));
        }
        Node constant = node.constants.get(segments.get(at));
        Match found = constant == null ? null : walk(constant, segments, at + 1);
        return found == null && node.any != null ? walk(node.any, segments, at + 1) : found;
    }

    private static Map<String, List<String>> variables(Map<Method, Route> routes, List<String> segments) {
        Map<String, List<String>> variables = new LinkedHashMap<>();
        for (Route route : routes.values()) {
            List<String> names = route.path().segments();
            for (int i = 0; i < names.size(); i++) {
                if (PathTemplate.isName(names.get(i))) {
                    variables.put(PathTemplate.name(names.get(i)), List.of(decoded(segments.get(i))));
                }
            }
        }
        return variables;
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment; // not decodable, so not allowed as anything either
        }
    }
}
