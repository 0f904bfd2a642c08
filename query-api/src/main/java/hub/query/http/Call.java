package hub.query.http;

import hub.query.security.ApiKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** One authorized request. */
public record Call(ServerRequest request, ApiKey key) {

    public Parameters parameters() {
        return new Parameters(request.queryParams());
    }

    public @Nullable String header(String name) {
        return request.exchange().getRequest().getHeaders().getFirst(name);
    }
}
