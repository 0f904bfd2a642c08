package hub.query;

import hub.projections.board.PartitionId;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Requests per second of a hot answer, against a bare Reactor Netty that writes the same bytes: keys, metrics and headers
 * may cost three tenths. Run {@link #main} on an idle machine; both servers are measured in turns, so that noise hits both.
 */
final class ThroughputBenchmark {

    private static final int CONNECTIONS = 8;
    private static final int DEPTH = 16;
    private static final int SECONDS = 4;
    private static final int ROUNDS = 5;
    private static final PartitionId NONE = FakeView.day("2026-01-01");

    private ThroughputBenchmark() {}

    public static void main(String[] args) throws Exception {
        NewApiKey key = NewApiKey.generate("bench", Set.of(Scope.READ), new SecureRandom());
        SpringApplication app = new SpringApplicationBuilder(ServingTest.App.class)
                .web(WebApplicationType.REACTIVE)
                .build();
        ConfigurableApplicationContext context = app.run(
                "--server.port=0",
                "--management.server.port=0",
                "--hub.api.keys=" + key.config(),
                "--hub.api.rate.per-key=100000000",
                "--hub.api.rate.per-address=100000000");
        FakeStore store = context.getBean(FakeStore.class);
        store.resubscribed();
        store.commit(1, NONE);
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String path = "/api/dashboard/analytics/hourly-heatmap";
        int size = bodySize(port, path, key.key());
        byte[] body = new byte[size];
        DisposableServer bare = HttpServer.create()
                .port(0)
                .handle((request, response) -> response.header("Content-Type", "application/json")
                        .header("Content-Length", Integer.toString(body.length))
                        .sendByteArray(Mono.just(body)))
                .bindNow();
        System.out.println("body " + size + " bytes");
        for (int round = 0; round < ROUNDS; round++) {
            double bareRate = rate(bare.port(), path, key.key());
            double hubRate = rate(port, path, key.key());
            System.out.printf("bare %.0f/s  hub %.0f/s  ratio %.2f%n", bareRate, hubRate, hubRate / bareRate);
        }
        bare.disposeNow();
        context.close();
    }

    private static byte[] request(String path, String key) {
        return ("GET " + path + " HTTP/1.1\r\nHost: x\r\nX-API-Key: " + key + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static int bodySize(int port, String path, String key) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request(path, key));
            return new Responses(socket.getInputStream()).next();
        }
    }

    private static double rate(int port, String path, String key) throws InterruptedException {
        LongAdder answered = new LongAdder();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        Thread[] threads = new Thread[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            threads[i] = Thread.ofPlatform().start(() -> load(port, path, key, answered, end));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return answered.sum() / (double) SECONDS;
    }

    private static void load(int port, String path, String key, LongAdder answered, long end) {
        byte[] one = request(path, key);
        byte[] many = new byte[one.length * DEPTH];
        for (int i = 0; i < DEPTH; i++) {
            System.arraycopy(one, 0, many, i * one.length, one.length);
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            Responses responses = new Responses(socket.getInputStream());
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(many);
                for (int i = 0; i < DEPTH; i++) {
                    responses.next();
                }
                answered.add(DEPTH);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads responses with as little work as possible, so that the server is what is measured. */
    private static final class Responses {
        private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

        private final InputStream in;
        private final byte[] buffer = new byte[1 << 18];
        private int from;
        private int to;

        Responses(InputStream in) {
            this.in = in;
        }

        /** Skips one response; says how long its body was. */
        int next() throws IOException {
            int length = -1;
            int matched = 0;
            int newlines = 0;
            while (newlines < 4) {
                if (from == to) {
                    fill();
                }
                int c = buffer[from++];
                newlines = c == '\r' || c == '\n' ? newlines + 1 : 0;
                matched = (c | 0x20) == LENGTH[matched] || c == LENGTH[matched] ? matched + 1 : 0;
                if (matched == LENGTH.length) {
                    length = 0;
                    matched = 0;
                    while (true) {
                        if (from == to) {
                            fill();
                        }
                        int digit = buffer[from];
                        if (digit < '0' || digit > '9') {
                            break;
                        }
                        length = length * 10 + digit - '0';
                        from++;
                    }
                }
            }
            int left = length;
            while (left > 0) {
                if (from == to) {
                    fill();
                }
                int some = Math.min(left, to - from);
                from += some;
                left -= some;
            }
            return length;
        }

        private void fill() throws IOException {
            to = in.read(buffer);
            from = 0;
            if (to < 0) {
                throw new IOException("closed");
            }
        }
    }
}
