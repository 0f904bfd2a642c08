package hub.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the answers of one connection, one after another; without chunks. Not for several threads. */
public final class Answers {

    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    /** In {@code HTTP/1.1 200}. */
    private static final int STATUS_BEGINS = 9;

    private static final int STATUS_ENDS = 11;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 18];
    private int from;
    private int to;
    private int status;

    public Answers(InputStream in) {
        this.in = in;
    }

    /**
     * Skips one answer, to its last byte.
     *
     * @throws UnexpectedAnswer if it is not such a one
     */
    void skip(Expected expected) throws IOException {
        int length = head(null);
        expected.check(status, length);
        for (int left = length; left > 0; ) {
            left -= some(left, null);
        }
    }

    /** Keeps one answer. */
    public Exchange whole() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int length = head(head);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int left = length; left > 0; ) {
            left -= some(left, body);
        }
        return Exchange.of(head.toByteArray(), body.toByteArray());
    }

    private int some(int wanted, @Nullable ByteArrayOutputStream kept) throws IOException {
        if (from == to) {
            fill();
        }
        int some = Math.min(wanted, to - from);
        if (kept != null) {
            kept.write(buffer, from, some);
        }
        from += some;
        return some;
    }

    private int head(@Nullable ByteArrayOutputStream kept) throws IOException {
        int length = 0;
        int at = 0;
        status = 0;
        int matched = 0;
        int newlines = 0;
        boolean counting = false;
        while (newlines < 4) {
            if (from == to) {
                fill();
            }
            int c = buffer[from++];
            if (kept != null) {
                kept.write(c);
            }
            if (at <= STATUS_ENDS) {
                status = at >= STATUS_BEGINS ? status * 10 + c - '0' : 0;
                at++;
            }
            newlines = c == '\r' || c == '\n' ? newlines + 1 : 0;
            if (counting && c >= '0' && c <= '9') {
                length = length * 10 + c - '0';
            } else {
                counting = false;
                matched = (c | 0x20) == LENGTH[matched] || c == LENGTH[matched] ? matched + 1 : 0;
                if (matched == LENGTH.length) {
                    counting = true;
                    matched = 0;
                }
            }
        }
        return length;
    }

    private void fill() throws IOException {
        to = in.read(buffer);
        from = 0;
        if (to < 0) {
            to = 0;
            throw new EOFException("the server closed the connection");
        }
    }
}
