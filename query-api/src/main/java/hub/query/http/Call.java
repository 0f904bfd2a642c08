package hub.query.http;

import hub.query.security.ApiKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One authorized request, its parameters parsed. */
public record Call(Request request, ApiKey key, Arguments arguments) {

    public @Nullable String header(String name) {
        return request.header(name);
    }

    public Mono<byte[]> body() {
        return request.body();
    }
}
