package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EarlyRefusalsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final DisposableServer server = new NettyLimits(LONG, LONG, LONG, 100)
            .on(HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .httpRequestDecoder(
                            limits -> limits.maxInitialLineLength(4_096).maxHeaderSize(8_192)))
            .handle((request, response) -> switch (request.uri()) {
                case "/gone" -> response.status(HttpResponseStatus.GONE).send();
                case "/told" ->
                    response.status(400)
                            .header("Content-Type", "text/plain")
                            .header("Content-Length", "0")
                            .send();
                default ->
                    response.sendString(request.receive().aggregate().asString().switchIfEmpty(Mono.just("none")));
            })
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void aLineThatIsTooLong() throws IOException {
        refused(exchange("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"), ProblemType.URI_TOO_LONG);
    }

    @Test
    void headersThatAreTooLarge() throws IOException {
        refused(
                exchange("GET / HTTP/1.1\r\nHost: h\r\nX: " + "a".repeat(9_000) + "\r\n\r\n"),
                ProblemType.HEADERS_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\1\2 nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void whatIsNoRequest(String bytes) throws IOException {
        refused(exchange(bytes), ProblemType.UNREADABLE_REQUEST);
    }

    /** The first of two requests is answered before the second is refused. */
    @Test
    void anAnswerBeforeItIsNotLost() throws IOException {
        String both = exchange("GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET\r\n\r\n");
        assertThat(both)
                .startsWith("HTTP/1.1 200 OK")
                .contains("none", "HTTP/1.1 400 ", "/problems/unreadable-request");
    }

    /** Only what says nothing is given words. */
    @Test
    void anAnswerOfARouteStaysAsItIs() throws IOException {
        assertThat(exchange("GET /gone HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 410 ")
                .doesNotContain("problem");
        assertThat(exchange("GET /told HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("text/plain")
                .doesNotContain("problem");
    }

    private static void refused(String answer, ProblemType type) {
        assertThat(answer).startsWith("HTTP/1.1 " + type.status() + " ");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(head)
                .contains("content-type: application/problem+json", "cache-control: no-store")
                .contains("x-content-type-options: nosniff", "hub-request-id: ", "connection: close")
                .contains("content-length: " + body.length());
        JsonNode problem = JsonMapper.shared().readTree(body);
        assertThat(problem.path("type").asString()).isEqualTo(type.uri());
        assertThat(problem.path("status").asInt()).isEqualTo(type.status());
        assertThat(problem.path("error").asString()).isNotBlank();
    }

    /** What comes until the server closes. */
    private String exchange(String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout((int) LONG.toMillis());
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
