package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.query.security.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RouteTest {

    @Test
    @SuppressWarnings("NullAway") // what a careless author might write
    void aRouteWithoutAScopeDoesNotStart() {
        Scope none = null;
        assertThatThrownBy(() -> Route.get("r", "/api/r", none, "", call -> Mono.empty()))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("/api/r declares no scope");
    }

    @Test
    void thePathAndItsParametersAgree() {
        Parameter<Long> id = Parameter.id("id", "");
        assertThatThrownBy(() -> route("/api/r/{name}", id)).hasMessageContaining("[id], not [name]");
        assertThatThrownBy(() -> route("/api/r", id)).hasMessageContaining("[id], not []");
        assertThatThrownBy(() -> route("/api/R")).hasMessageContaining("is not a path");
        assertThat(route("/api/r/{id}", id).path().names()).containsExactly("id");
    }

    private static Route route(String path, Parameter<?>... parameters) {
        return new Route(
                path, Method.GET, new PathTemplate(path), Scope.READ, "", List.of(parameters), call -> Mono.empty());
    }

    @Test
    void constantsWinOverParameters() {
        Parameter<Long> id = Parameter.id("id", "");
        Router router = new Router(
                List.of(route("/e"), route("/e/{id}", id), route("/e/archived"), route("/e/{id}/stats", id)));
        assertThat(found(router, "/e")).isEqualTo("/e");
        assertThat(found(router, "/e/archived")).isEqualTo("/e/archived");
        assertThat(found(router, "/e/7")).isEqualTo("/e/{id}");
        assertThat(found(router, "/e/archived/stats")).isEqualTo("/e/{id}/stats");
        assertThat(Objects.requireNonNull(router.find("/e/a%20+%zz")).variables())
                .containsEntry("id", List.of("a%20+%zz"));
        assertThat(Objects.requireNonNull(router.find("/e/a%20+/stats")).variables())
                .containsEntry("id", List.of("a +"));
        for (String missing : List.of("", "/", "e", "/e/", "/e/7/", "/e/7/other", "//e", "/e/7/stats/x")) {
            Router.Match match = router.find(missing);
            assertThat(match == null ? null : match.routes().keySet())
                    .as(missing)
                    .isEqualTo(missing.equals("/e/") ? Set.of(Method.GET) : null);
        }
    }

    private static String found(Router router, String path) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(router.find(path)).routes().get(Method.GET))
                .name();
    }

    @Test
    void twoRoutesInOnePlaceDoNotStart() {
        Parameter<Long> id = Parameter.id("id", "");
        Parameter<Long> key = Parameter.id("key", "");
        assertThatThrownBy(() -> new Router(List.of(route("/e"), route("/e")))).hasMessageContaining("called /e");
        assertThatThrownBy(() -> new Router(List.of(route("/e/{id}", id), route("/e/{key}", key))))
                .hasMessageContaining("GET /e/{key}");
    }
}
