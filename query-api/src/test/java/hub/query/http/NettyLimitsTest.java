package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class NettyLimitsTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int LONGER_MILLIS = 900;
    private static final int PATIENCE_MILLIS = 30_000;
    /** For ten seconds, one each third of {@link #SHORT}. */
    private static final int MANY = 100;
    /** More than the kernel keeps for a connection. */
    private static final int LARGE = 20_000_000;

    private final DisposableServer server = new NettyLimits(SHORT, SHORT, SHORT, 2)
            .on(HttpServer.create().host("127.0.0.1").port(0))
            .handle((request, response) -> request.uri().equals("/large")
                    ? response.header("Content-Length", Integer.toString(LARGE))
                            .sendObject(Unpooled.wrappedBuffer(new byte[LARGE]))
                    : response.sendString(
                            request.receive().aggregate().asString().switchIfEmpty(Mono.just("none"))))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void aHeadThatStopsHalfwayEndsTheConnection() throws IOException {
        try (Socket socket = sent("GET / HTTP/1.1\r\nHost: x\r\nX-")) {
            assertThat(ended(socket)).isTrue();
        }
    }

    /** Slowloris: each byte keeps the connection from being idle, so that only the deadline of the head ends it. */
    @Test
    void aHeadThatComesByteByByteEndsTheConnection() throws IOException {
        try (Socket socket = sent("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")) {
            socket.setSoTimeout((int) SHORT.toMillis() / 3);
            int bytes = 0;
            while (!endsMeanwhile(socket)) {
                assertThat(++bytes).as("bytes taken of a head").isLessThan(MANY);
                write(socket, "x");
            }
        } catch (SocketException over) {
            // It ended while a byte was on its way.
        }
    }

    private static boolean endsMeanwhile(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    @Test
    void aHeadThatStopsHalfwayAfterAnAnswerEndsTheConnection() throws IOException {
        try (Socket socket = sent("GET / HTTP/1.1\r\nHost: x\r\n\r\n")) {
            awaitAnswer(socket, "none");
            write(socket, "GET / HTT");
            assertThat(ended(socket)).isTrue();
        }
    }

    @Test
    void aBodyThatStopsHalfwayEndsTheConnection() throws IOException {
        try (Socket socket = sent("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab")) {
            assertThat(ended(socket)).isTrue();
        }
    }

    @Test
    void aChunkedBodyThatStopsHalfwayEndsTheConnection() throws IOException {
        try (Socket socket = sent("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")) {
            assertThat(ended(socket)).isTrue();
        }
    }

    /** What was not read is lost: the connection is over long before all of it was. */
    @Test
    void anAnswerThatIsNotReadEndsTheConnection() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(8_192);
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            write(socket, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
            socket.setSoTimeout(PATIENCE_MILLIS);
            awaitClosed(socket);
            long read = 0;
            try {
                read = socket.getInputStream().readAllBytes().length;
            } catch (SocketException reset) {
                // Over, too.
            }
            assertThat(read).isLessThan(LARGE);
        }
    }

    /** Without reading: what is written to a connection that is over fails. */
    private static void awaitClosed(Socket socket) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                write(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            } catch (SocketException over) {
                return;
            }
        }
        throw new AssertionError("the connection is still open");
    }

    @Test
    void aConnectionThatWaitsBetweenRequestsStays() throws IOException {
        try (Socket socket = sent("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab")) {
            awaitAnswer(socket, "ab");
            socket.setSoTimeout(LONGER_MILLIS);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            awaitAnswer(socket, "none");
        }
    }

    @Test
    void oneConnectionTooManyIsClosed() throws IOException {
        try (Socket first = sent("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                Socket second = sent("GET / HTTP/1.1\r\nHost: x\r\n\r\n")) {
            awaitAnswer(first, "none");
            awaitAnswer(second, "none");
            try (Socket third = new Socket("127.0.0.1", server.port())) {
                third.setSoTimeout(PATIENCE_MILLIS);
                assertThat(ended(third)).isTrue();
            }
        }
    }

    private Socket sent(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        write(socket, text);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void awaitAnswer(Socket socket, String body) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n" + body) < 0) {
            int read = socket.getInputStream().read();
            assertThat(read).as("the connection is open, after: %s", text).isNotNegative();
            text.append((char) read);
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }
}
