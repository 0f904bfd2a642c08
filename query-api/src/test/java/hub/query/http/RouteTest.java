package hub.query.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.query.security.Scope;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RouteTest {

    @Test
    @SuppressWarnings("NullAway") // what a careless author might write
    void aRouteWithoutAScopeDoesNotStart() {
        Scope none = null;
        assertThatThrownBy(() -> new Route("r", "/api/r", none, call -> Mono.empty()))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("/api/r declares no scope");
    }
}
