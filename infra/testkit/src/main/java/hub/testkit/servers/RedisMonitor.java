package hub.testkit.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a Redis is asked, command by command, from the moment this is made. Not for several threads. */
public final class RedisMonitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 200;

    private final Socket socket;
    private final BufferedReader in;
    private final List<String> seen = new ArrayList<>();

    private RedisMonitor(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        socket.setSoTimeout(LOOK_MILLIS);
        socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
        in.readLine();
    }

    public static RedisMonitor of(StoreServer store) {
        try {
            return new RedisMonitor(new Socket(store.host(), store.port()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot monitor " + store, e);
        }
    }

    /** Waits until a command with {@code text} in it was seen. */
    public void await(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (seen().stream().noneMatch(command -> command.contains(text))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no command with " + text + " among " + seen.size());
            }
        }
    }

    /** Everything that was asked so far, each command on a line of its own. */
    public List<String> seen() {
        long until = System.nanoTime() + Duration.ofMillis(LOOK_MILLIS).toNanos();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                seen.add(line);
                if (System.nanoTime() > until) {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            return List.copyOf(seen);
        } catch (IOException e) {
            throw new UncheckedIOException("the monitor broke off", e);
        }
        return List.copyOf(seen);
    }

    /** The same as {@link #seen}, taken apart. */
    public List<RedisCommand> commands() {
        return seen().stream().map(RedisCommand::parse).toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
