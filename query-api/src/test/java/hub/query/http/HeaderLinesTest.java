package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import hub.query.ManualClock;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

@Timeout(60)
class HeaderLinesTest {

    private static final NewApiKey KEY = NewApiKey.generate("lines", Set.of(Scope.READ), new SecureRandom());

    private final DisposableServer server = TestServer.of(
            List.of(Route.get(
                    "echo",
                    "/api/echo",
                    Scope.READ,
                    "",
                    call -> Mono.just(Reply.json((call.header("Prefer") + "|" + call.header("If-None-Match") + "|"
                                    + call.header("Hub-Read-After"))
                            .getBytes(StandardCharsets.UTF_8))))),
            List.of(KEY),
            List::of,
            new SimpleMeterRegistry(),
            new ManualClock("2026-01-15T15:00:00Z"));

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private String echo(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/api/echo"))
                .header("X-API-Key", KEY.key());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void aListMayStandInSeveralLines() throws Exception {
        assertThat(echo(
                        "Prefer",
                        "respond-async",
                        "If-None-Match",
                        "\"a\"",
                        "prefer",
                        "wait=2",
                        "If-None-Match",
                        "\"b\""))
                .isEqualTo("respond-async, wait=2|\"a\", \"b\"|null");
        assertThat(echo("Prefer", "wait=1")).isEqualTo("wait=1|null|null");
    }
}
