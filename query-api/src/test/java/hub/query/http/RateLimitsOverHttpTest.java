package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import hub.query.ManualClock;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Security row 13, over real connections from several addresses of this machine. */
@Timeout(60)
class RateLimitsOverHttpTest {

    /** Of each address and each key, in an hour; see {@link TestServer}. */
    private static final int RATE = 1_000;

    private static final NewApiKey ONE = NewApiKey.generate("one", Set.of(Scope.READ), new SecureRandom());
    private static final NewApiKey OTHER = NewApiKey.generate("other", Set.of(Scope.READ), new SecureRandom());

    private final DisposableServer server = TestServer.of(
            List.of(Route.get(
                    "clock",
                    "/api/clock",
                    Scope.READ,
                    "",
                    call -> Mono.just(Reply.json("{}".getBytes(StandardCharsets.UTF_8))))),
            List.of(ONE, OTHER),
            List::of,
            new SimpleMeterRegistry(),
            new ManualClock("2026-01-15T15:00:00Z"));

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    /** One connection from one address. */
    private final class Caller implements AutoCloseable {
        private final Socket socket = new Socket();
        private final BufferedReader in;

        Caller(String from) throws IOException {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            socket.setSoTimeout(20_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        Answer get(String key) throws IOException {
            socket.getOutputStream()
                    .write(("GET /api/clock HTTP/1.1\r\nHost: h\r\nX-API-Key: " + key + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            int status = Integer.parseInt(in.readLine().split(" ")[1]);
            Map<String, String> headers = new HashMap<>();
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                String[] parts = line.split(": ", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            char[] body = new char[Integer.parseInt(headers.get("content-length"))];
            for (int read = 0; read < body.length; ) {
                read += in.read(body, read, body.length - read);
            }
            return new Answer(status, headers, new String(body));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static void assertTooMany(Answer answer, String whose) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("retry-after", "3600")
                .containsEntry("cache-control", "no-store");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/too-many-requests");
        assertThat(problem.path("status").asInt()).isEqualTo(429);
        assertThat(problem.path("detail").asString()).contains(whose);
    }

    @Test
    void anAddressIsMeasuredBeforeItsKeyIsLookedAt() throws IOException {
        try (Caller stranger = new Caller("127.0.0.2");
                Caller again = new Caller("127.0.0.2");
                Caller other = new Caller("127.0.0.3")) {
            for (int i = 0; i < RATE; i++) {
                assertThat(stranger.get("hub_one_guess" + i).status()).isEqualTo(401);
            }
            assertTooMany(stranger.get("hub_one_guess"), "address");
            assertTooMany(again.get(ONE.key()), "address");
            assertThat(other.get(ONE.key()).status()).as("another address").isEqualTo(200);
        }
    }

    @Test
    void aKeyIsMeasuredFromWhereverItComes() throws IOException {
        try (Caller here = new Caller("127.0.0.4");
                Caller there = new Caller("127.0.0.5");
                Caller elsewhere = new Caller("127.0.0.6")) {
            for (int i = 0; i < RATE / 2; i++) {
                assertThat(here.get(ONE.key()).status()).isEqualTo(200);
                assertThat(there.get(ONE.key()).status()).isEqualTo(200);
            }
            assertTooMany(elsewhere.get(ONE.key()), "key");
            assertThat(elsewhere.get(OTHER.key()).status()).as("another key").isEqualTo(200);
        }
    }
}
