package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Requests that follow another exchange on their connection, whatever state that one is in. */
@Timeout(60)
class OneAtATimeTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration LATE = Duration.ofMillis(100);
    private static final int LARGE = 300_000;

    private final DisposableServer server = new NettyLimits(LONG, LONG, LONG, 100)
            .on(HttpServer.create().host("127.0.0.1").port(0))
            .handle(OneAtATimeTest::answer)
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    /** {@code now}: in one go; {@code later}: by another thread; {@code lingering}: answered long before it is over. */
    private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        byte[] body = (request.uri().contains("large") ? "x".repeat(LARGE) : request.uri())
                .getBytes(StandardCharsets.US_ASCII);
        response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        if (request.uri().startsWith("/now")) {
            return response.sendObject(Unpooled.wrappedBuffer(body));
        }
        Mono<Void> sent = Mono.defer(() -> Mono.from(response.sendObject(Unpooled.wrappedBuffer(body))));
        if (request.uri().startsWith("/body")) {
            sent = request.receive().aggregate().then(sent);
        }
        return request.uri().contains("/lingering")
                ? sent.then(Mono.delay(LATE)).then()
                : sent.subscribeOn(Schedulers.parallel());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/now /now/close",
                "/later /now/close",
                "/lingering /now/close",
                "/lingering /later/close",
                "/lingering /body/close",
                "/body/lingering /now/close",
                "/body/lingering/large /later/close",
                "/now /body/lingering /body/lingering /now /now/old",
                "/lingering/large /now/large/close",
                "/lingering /now /now /lingering /now/close",
                "/lingering /body /later /now/old",
                "/body /lingering /body/old"
            })
    void eachIsAnsweredInItsTurn(String paths) throws IOException {
        List<String> all = List.of(paths.split(" "));
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            for (String path : all) {
                write(socket, request(path));
                assertThat(answer(socket)).isEqualTo(expected(path));
            }
            assertThat(socket.getInputStream().read()).as("closed").isEqualTo(-1);
        }
    }

    /** Whoever does not wait for the answers gets them all, in order, also before one that ends the connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/now /now/close",
                "/later /now/close",
                "/lingering /later /now /body/large /now/close",
                "/body /now /body /lingering/large /lingering /body/close",
                "/lingering/large /now/close",
                "/body/lingering /now /later /body/lingering /now/old"
            })
    void pipelinedOnesToo(String paths) throws IOException {
        List<String> all = List.of(paths.split(" "));
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            StringBuilder together = new StringBuilder();
            all.forEach(path -> together.append(request(path)));
            write(socket, together.toString());
            List<String> answers = new ArrayList<>();
            for (String path : all) {
                answers.add(answer(socket));
            }
            assertThat(answers)
                    .containsExactlyElementsOf(
                            all.stream().map(OneAtATimeTest::expected).toList());
            assertThat(socket.getInputStream().read()).as("closed").isEqualTo(-1);
        }
    }

    private static String expected(String path) {
        return path.contains("large") ? "large" : path;
    }

    private static String request(String path) {
        String body = path.startsWith("/body") ? "Content-Length: 5\r\n\r\nhello" : "\r\n";
        return path.endsWith("/old")
                ? "POST " + path + " HTTP/1.0\r\nHost: h\r\n" + body
                : "POST " + path + " HTTP/1.1\r\nHost: h\r\n" + (path.endsWith("/close") ? "Connection: close\r\n" : "")
                        + body;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The body; "large" for a large one. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = socket.getInputStream().read();
            assertThat(read).as("the connection is open, after: %s", head).isNotNegative();
            head.append((char) read);
        }
        assertThat(head).matches("(?s)HTTP/1.[01] 200 .*");
        int length = Integer.parseInt(head.toString().replaceAll("(?s).*content-length: (\\d+).*", "$1"));
        String body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
        return length == LARGE ? "large" : body;
    }
}
