package hub.bench.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** One answer, with everything in it. */
public record Exchange(int status, String head, byte[] body) {

    private static final int PATIENCE_MILLIS = 30_000;

    /** On a connection of its own; empty if there is no answer. */
    public static Optional<Exchange> ask(int port, byte[] request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            return Optional.of(new Answers(socket.getInputStream()).whole());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    static Exchange of(byte[] head, byte[] body) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return new Exchange(Integer.parseInt(text.substring(9, 12)), text, body);
    }

    /** The value of a header; empty if it is not there. */
    public String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return head.lines().findFirst().orElse("") + " with " + body.length + " bytes";
    }
}
