package hub.testkit.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are, and understands just enough of the answers. Not for several threads. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PATIENCE_WITH_NONSENSE_MILLIS = 150;
    private static final int MOST_HEAD = 64_000;

    private final InetSocketAddress address;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    RawConnection(InetSocketAddress address) {
        this.address = address;
    }

    /** @param wellFormed whether an answer must come, so that it is worth waiting for */
    Answer send(byte[] bytes, boolean wellFormed, boolean head) throws IOException {
        if (socket == null) {
            open();
        }
        Socket own = Objects.requireNonNull(socket);
        own.setSoTimeout(wellFormed ? PATIENCE_MILLIS : PATIENCE_WITH_NONSENSE_MILLIS);
        Answer answer;
        try {
            OutputStream out = own.getOutputStream();
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            // Refused while still being sent: the answer may be there already.
        }
        try {
            answer = read(Objects.requireNonNull(in), head);
        } catch (IOException e) {
            answer = Answer.NONE;
        }
        if (!wellFormed || !answer.open()) {
            close();
        }
        return answer;
    }

    private void open() throws IOException {
        Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.connect(address, PATIENCE_MILLIS);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream(), 32_768);
    }

    private static Answer read(InputStream in, boolean head) throws IOException {
        String headers = "\n" + head(in);
        if (headers.length() == 1) {
            return Answer.NONE;
        }
        int status = Integer.parseInt(headers.substring(10, 13));
        if (status == 100) {
            return read(in, head);
        }
        Answer so = new Answer(status, headers, "", true);
        boolean stream = so.header("content-type").startsWith("text/event-stream");
        boolean close = so.header("connection").equals("close") || stream;
        if (head || stream || status == 204 || status == 304) {
            return new Answer(status, headers, "", !close);
        }
        String length = so.header("content-length");
        String body = length.isEmpty() ? chunks(in) : exactly(in, Integer.parseInt(length));
        return new Answer(status, headers, body, !close);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int last = 0;
        for (int c = in.read(); c >= 0 && head.length() < MOST_HEAD; c = in.read()) {
            head.append((char) c);
            last = c == '\n' ? last + 1 : c == '\r' ? last : 0;
            if (last == 2) {
                return lowerNames(head.toString());
            }
        }
        return "";
    }

    private static String lowerNames(String head) {
        StringBuilder lower = new StringBuilder();
        for (String line : head.split("(?<=\n)")) {
            int colon = line.indexOf(':');
            lower.append(colon < 0 ? line : line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        return lower.toString();
    }

    private static String exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the body ended early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.writeBytes(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readNBytes(2);
        return body.toString(StandardCharsets.UTF_8);
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the chunks ended early");
            }
            line.append((char) c);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    @Override
    public void close() {
        Socket own = socket;
        socket = null;
        if (own != null) {
            try {
                own.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
