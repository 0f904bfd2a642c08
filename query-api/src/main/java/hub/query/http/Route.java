package hub.query.http;

import hub.query.security.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * One route.
 *
 * @param name short and unique, for metrics, batch requests and streams
 * @param scope what a key needs; there is no route without one
 * @param summary one line for the documentation
 * @param parameters every parameter that is read, in the path and in the query
 */
public record Route(
        String name,
        Method method,
        PathTemplate path,
        Scope scope,
        String summary,
        List<Parameter<?>> parameters,
        Handler handler) {

    /** Answers one request; failures become problems. */
    @FunctionalInterface
    public interface Handler {
        Mono<Reply> handle(Call call);
    }

    /** @throws IllegalArgumentException if the names in the path are not those of the path parameters */
    public Route {
        Objects.requireNonNull(scope, () -> "route " + path + " declares no scope, so nobody may call it");
        parameters = List.copyOf(parameters);
        List<String> declared = parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.In.PATH)
                .map(Parameter::name)
                .toList();
        if (!path.names().equals(declared)) {
            throw new IllegalArgumentException(
                    "route " + path + " declares the path parameters " + declared + ", not " + path.names());
        }
        if (parameters.stream().map(Parameter::name).collect(Collectors.toSet()).size() < parameters.size()) {
            throw new IllegalArgumentException("route " + path + " declares a parameter twice");
        }
    }

    /** A route without parameters. */
    public static Route get(String name, String path, Scope scope, String summary, Handler handler) {
        return new Route(name, Method.GET, new PathTemplate(path), scope, summary, List.of(), handler);
    }

    /** A route whose body is JSON. */
    public static Route post(String name, String path, Scope scope, String summary, Handler handler) {
        return new Route(name, Method.POST, new PathTemplate(path), scope, summary, List.of(), handler);
    }
}
