package hub.query.hot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes, plain and compressed, each with its own entity tag. Compressed when first asked for and only once,
 * however many ask; then the next rendering of the same view is compressed before anyone asks. Safe for concurrent use.
 */
public final class Encoded {

    /** Below this many bytes, compressing saves nothing that a network would notice. */
    static final int WORTHWHILE = 1_024;

    private static final String GZIP_TAG = "-gzip\"";

    private final byte[] plain;
    private final String etag;
    private volatile byte @Nullable [] gzip;

    private Encoded(byte[] plain) {
        this.plain = plain;
        this.etag = Etag.of(plain);
    }

    /** @param before what the same view said before; null at first */
    static Encoded of(byte[] plain, @Nullable Encoded before) {
        Encoded encoded = new Encoded(plain);
        if (before != null && before.gzip != null) {
            encoded.gzip();
        }
        return encoded;
    }

    /** UTF-8; not to be changed. */
    public byte[] plain() {
        return plain;
    }

    /** The entity tag of the plain bytes. */
    public String etag() {
        return etag;
    }

    /** Compressed; null if that is not worthwhile. Not to be changed. */
    public byte @Nullable [] gzip() {
        if (plain.length < WORTHWHILE) {
            return null;
        }
        byte[] ready = gzip;
        return ready == null ? compressOnce() : ready;
    }

    /** The entity tag of the compressed bytes. */
    public String gzipEtag() {
        return etag.substring(0, etag.length() - 1) + GZIP_TAG;
    }

    private synchronized byte[] compressOnce() {
        byte[] ready = gzip;
        if (ready == null) {
            ready = compressed(plain);
            gzip = ready;
        }
        return ready;
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
