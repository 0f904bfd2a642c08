package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Prometheus;
import hub.testkit.hub.StreamReader;
import hub.testkit.hub.TestKey;
import hub.testkit.servers.Servers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security row 11, and what else callers may do with a connection: be slow, be many, keep it, end it. */
class ConnectionsIT extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final String LARGE = "/api/dashboard/employees";
    private static final String SMALL = "/api/dashboard/server-time";
    private static final int SLOW_ONES = 20;
    private static final int EXCHANGES = Integer.getInteger("hub.test.exchanges", 3_000);
    private static final TestKey KEY = TestKey.random("connections");

    ConnectionsIT() {
        super("connections", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.api.keys",
                KEY.entry(),
                "hub.api.limits.head",
                "1s",
                "hub.api.limits.body",
                "1s",
                "hub.api.limits.answer",
                "2s",
                "hub.api.streams.patience",
                "2s");
    }

    @Override
    void prepare() {
        db.roles();
        db.employees(LongStream.rangeClosed(1, 300).toArray());
    }

    @BeforeAll
    void awaitAnswers() {
        service.leaderboard(TODAY);
        assertThat(service.get(LARGE).body()).hasSizeGreaterThan(30_000);
    }

    /** A caller who sends a byte now and then, or asks and never reads. */
    private final class Slow implements AutoCloseable {
        private final Socket socket = new Socket();
        private final String more;

        Slow(String first, String more) throws IOException {
            this.more = more;
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(hub.api().getHost(), hub.api().getPort()));
            socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
        }

        /** False once the service has had enough. */
        boolean goesOn() {
            try {
                socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
                return true;
            } catch (IOException over) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String head(String request) {
        return request + " HTTP/1.1\r\nHost: h\r\nX-API-Key: " + KEY.text() + "\r\n";
    }

    @Test
    void whoIsSlowIsCutOffWhileOthersAreServed() throws IOException {
        List<Slow> slow = new ArrayList<>();
        for (int i = 0; i < SLOW_ONES; i++) {
            slow.add(new Slow(head("GET " + LARGE) + "X-Slow: ", "x"));
            slow.add(new Slow(head("POST /api/dashboard/batch") + "Content-Length: 60000\r\n\r\n", "{"));
            slow.add(new Slow(head("POST /api/dashboard/batch") + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n{\r\n"));
            slow.add(new Slow((head("GET " + LARGE) + "\r\n").repeat(50), head("GET " + LARGE) + "\r\n"));
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        List<Slow> open = new ArrayList<>(slow);
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            assertThat(dashboard.get(LARGE).status()).as("meanwhile").isEqualTo(200);
            open.removeIf(one -> !one.goesOn());
        }
        assertThat(open).as("slow callers that are still there").isEmpty();
        for (Slow one : slow) {
            one.close();
        }
    }

    @Test
    void aStreamThatIsNotReadIsCutAndOthersSeeTheLatestState() throws IOException {
        Prometheus before = Prometheus.of(management());
        try (Slow deaf = new Slow(head("GET /api/dashboard/stream?views=employees&rate=10") + "\r\n", "");
                StreamReader calm = dashboard.stream("views=employees&rate=1").connect();
                StreamReader eager = dashboard.stream("views=employees&rate=10").connect()) {
            assertThat(deaf.goesOn()).isTrue();
            management()
                    .awaitThat(
                            () -> management().get(Prometheus.PATH),
                            reply -> assertThat(new Prometheus(reply.body()).sum("hub_stream_clients"))
                                    .isEqualTo(3));
            int[] number = {0};
            management().awaitThat(() -> management().get(Prometheus.PATH), reply -> {
                number[0]++;
                db.execute("UPDATE employees SET name = ? WHERE id = 1", "Name-" + number[0] + "-");
                Prometheus now = new Prometheus(reply.body());
                assertThat(now.sum("hub_stream_cut_total")).isGreaterThan(before.sum("hub_stream_cut_total"));
                assertThat(now.sum("hub_stream_dropped_total")).isGreaterThan(before.sum("hub_stream_dropped_total"));
            });
            for (StreamReader reader : List.of(calm, eager)) {
                dashboard.awaitThat(
                        () -> dashboard.get(SMALL),
                        reply -> assertThat(reader.body("employees")).contains("Name-" + number[0] + "-"));
            }
            management()
                    .awaitThat(
                            () -> management().get(Prometheus.PATH),
                            reply -> assertThat(new Prometheus(reply.body()).sum("hub_stream_clients"))
                                    .isEqualTo(2));
        }
    }

    /** Whatever follows what on a connection, together or one by one, in any version of HTTP: all are answered, in order. */
    @Test
    void everyRequestOfAConnectionIsAnswered() throws IOException {
        SplittableRandom random = new SplittableRandom(Seeds.next("exchanges", EXCHANGES));
        int answered = 0;
        while (answered < EXCHANGES) {
            List<Asked> all = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                all.add(Asked.any(random, ""));
            }
            all.add(Asked.any(random, random.nextBoolean() ? "close" : "1.0"));
            converse(all, random.nextBoolean());
            answered += all.size();
        }
        System.out.println(answered + " requests were answered");
    }

    private record Asked(String bytes, int status, boolean body) {

        static Asked any(SplittableRandom random, String last) {
            String tail = last.equals("close") ? "Connection: close\r\n" : "";
            String batch = "{\"items\":[{\"view\":\"employees\"},{\"view\":\"server\"}]}";
            Asked so = switch (random.nextInt(6)) {
                case 0 -> new Asked(head("GET " + SMALL) + tail + "\r\n", 200, true);
                case 1 -> new Asked(head("GET " + LARGE) + tail + "\r\n", 200, true);
                case 2 -> new Asked(head("HEAD " + LARGE) + tail + "\r\n", 200, false);
                case 3 ->
                    new Asked(
                            head("POST /api/dashboard/batch") + tail
                                    + "Content-Type: application/json\r\nContent-Length: " + batch.length() + "\r\n\r\n"
                                    + batch,
                            200,
                            true);
                case 4 -> new Asked(head("GET " + LARGE + "/x") + tail + "\r\n", 400, true);
                default ->
                    new Asked(
                            "POST /api/dashboard/batch HTTP/1.1\r\nHost: h\r\n" + tail
                                    + "Content-Length: 5\r\n\r\nhello",
                            401,
                            true);
            };
            return last.equals("1.0") ? new Asked(so.bytes.replace("HTTP/1.1", "HTTP/1.0"), so.status, so.body) : so;
        }
    }

    private void converse(List<Asked> all, boolean together) throws IOException {
        try (Socket socket = new Socket(hub.api().getHost(), hub.api().getPort())) {
            socket.setSoTimeout(30_000);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String shown = (together ? "together: " : "one by one: ") + all;
            if (together) {
                StringBuilder bytes = new StringBuilder();
                all.forEach(asked -> bytes.append(asked.bytes()));
                socket.getOutputStream().write(bytes.toString().getBytes(StandardCharsets.US_ASCII));
            }
            for (Asked asked : all) {
                if (!together) {
                    socket.getOutputStream().write(asked.bytes().getBytes(StandardCharsets.US_ASCII));
                }
                assertThat(answer(in, asked, shown)).as(shown).isEqualTo(asked.status());
            }
            assertThat(in.read()).as(shown).isEqualTo(-1);
        }
    }

    private static int answer(InputStream in, Asked asked, String shown) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            assertThat(read).as("an answer to %s of %s", asked, shown).isNotNegative();
            head.append((char) read);
        }
        if (asked.body()) {
            int length = Integer.parseInt(head.toString().replaceAll("(?si).*\r\ncontent-length: (\\d+).*", "$1"));
            assertThat(in.readNBytes(length)).hasSize(length);
        }
        return Integer.parseInt(head.substring(9, 12));
    }
}
