package hub.query.http;

import hub.query.security.ApiKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** One authorized request. */
public record Call(ServerHttpRequest request, ApiKey key) {

    public Parameters parameters() {
        return new Parameters(request.getQueryParams());
    }

    public @Nullable String header(String name) {
        return request.getHeaders().getFirst(name);
    }
}
