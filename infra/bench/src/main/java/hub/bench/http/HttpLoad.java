package hub.bench.http;

import hub.bench.machine.Priority;
import hub.bench.report.Rank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks the same thing again and again.
 *
 * @param connections at one time
 * @param depth requests that each connection sends before it reads: more than one keeps a server busy, one is how
 *     dashboards ask
 */
public record HttpLoad(int connections, int depth) {

    private static final int MOST_LATENCIES = 1 << 20;
    private static final int PATIENCE_MILLIS = 30_000;

    /** Keeps a server busy. */
    public static final HttpLoad BUSY = new HttpLoad(8, 16);

    /** As dashboards ask: one after another. */
    public static final HttpLoad POLITE = new HttpLoad(32, 1);

    /**
     * What came of it.
     *
     * @param nanos how long each round trip of {@code depth} requests took, sorted
     */
    public record Result(long answers, double seconds, long[] nanos) {

        public double perSecond() {
            return answers / seconds;
        }

        /** Milliseconds that this share of the round trips stayed within. */
        public double millis(double share) {
            return nanos.length == 0 ? Double.NaN : nanos[Rank.index(nanos.length, share)] / 1e6;
        }
    }

    /**
     * Counts complete answers of the expected kind, and takes no other.
     *
     * @throws UncheckedIOException if there is another answer, or none, or a connection breaks
     */
    public Result run(int port, byte[] request, Expected expected, double seconds) throws InterruptedException {
        byte[] many = new byte[request.length * depth];
        for (int i = 0; i < depth; i++) {
            System.arraycopy(request, 0, many, i * request.length, request.length);
        }
        Client[] clients = new Client[connections];
        AtomicReference<@Nullable IOException> broken = new AtomicReference<>();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        Thread[] threads = new Thread[connections];
        for (int i = 0; i < connections; i++) {
            Client client = new Client(port, many, expected);
            clients[i] = client;
            threads[i] = Thread.ofPlatform().daemon().name("client-" + i).start(() -> client.run(end, broken));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        IOException failure = broken.get();
        if (failure != null) {
            throw new UncheckedIOException("the load could not be kept up: " + failure.getMessage(), failure);
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] nanos = Arrays.stream(clients)
                .flatMapToLong(client -> Arrays.stream(client.nanos, 0, client.kept))
                .sorted()
                .toArray();
        long answers =
                Arrays.stream(clients).mapToLong(client -> client.answers).sum();
        return new Result(answers, took, nanos);
    }

    private final class Client {
        private final int port;
        private final byte[] many;
        private final Expected expected;
        private final long[] nanos = new long[MOST_LATENCIES / connections];
        private int kept;
        private long answers;

        Client(int port, byte[] many, Expected expected) {
            this.port = port;
            this.many = many;
            this.expected = expected;
        }

        void run(long end, AtomicReference<@Nullable IOException> broken) {
            Priority.giveWay();
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
                Answers responses = new Answers(socket.getInputStream());
                for (long sent = System.nanoTime(); sent < end; ) {
                    socket.getOutputStream().write(many);
                    for (int i = 0; i < depth; i++) {
                        responses.skip(expected);
                    }
                    answers += depth;
                    long now = System.nanoTime();
                    if (kept < nanos.length) {
                        nanos[kept++] = now - sent;
                    }
                    sent = now;
                }
            } catch (IOException e) {
                broken.compareAndSet(null, e);
            }
        }
    }
}
