package hub.query.http;

import hub.query.security.Scope;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * One GET route.
 *
 * @param name short, for metrics
 * @param path exact
 * @param scope what a key needs; there is no route without one
 */
public record Route(String name, String path, Scope scope, Handler handler) {

    /** Answers one request; failures become problems. */
    @FunctionalInterface
    public interface Handler {
        Mono<Reply> handle(Call call);
    }

    public Route {
        Objects.requireNonNull(scope, () -> "route " + path + " declares no scope, so nobody may call it");
    }
}
