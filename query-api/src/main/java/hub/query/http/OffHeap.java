package hub.query.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a connection takes them. The kernel reads from outside the heap only, so Netty copies what lies in it for each
 * answer; what is written again and again is copied once and kept here, as long as it is.
 *
 * <p>Safe for concurrent use. Copies belong to the garbage collector: nobody may use one that was freed.
 */
final class OffHeap {

    /** What Netty copies faster than it is found. */
    private static final int LEAST = 1024;

    private static final int MOST = 1024 * 1024;
    private static final int PLACES = 32;

    /** After how many writes of others in its place bytes have had their time: two that are busy do not push each other out. */
    private static final int PATIENCE = 32;

    private static final AtomicReferenceArray<@Nullable OffHeap> KEPT = new AtomicReferenceArray<>(PLACES);

    private final WeakReference<byte[]> of;
    private volatile @Nullable ByteBuf copy;
    /** How many times in a row others came; not exact. */
    private int passedOver;

    private OffHeap(byte[] bytes) {
        of = new WeakReference<>(bytes);
    }

    /** The same bytes, to be written once. */
    static ByteBuf of(byte[] bytes) {
        if (bytes.length < LEAST || bytes.length > MOST) {
            return Unpooled.wrappedBuffer(bytes);
        }
        int place = System.identityHashCode(bytes) & (PLACES - 1);
        OffHeap kept = KEPT.get(place);
        if (kept != null && kept.of.refersTo(bytes)) {
            return kept.again(bytes).duplicate();
        }
        if (kept == null || ++kept.passedOver > PATIENCE) {
            // Most are written once: they are not worth a copy yet.
            KEPT.set(place, new OffHeap(bytes));
        }
        return Unpooled.wrappedBuffer(bytes);
    }

    private ByteBuf again(byte[] bytes) {
        if (passedOver > 0) {
            passedOver = 0;
        }
        ByteBuf made = copy;
        if (made == null) {
            made = Unpooled.unreleasableBuffer(copied(bytes));
            copy = made;
        }
        return made;
    }

    private static ByteBuf copied(byte[] bytes) {
        try {
            return Unpooled.wrappedBuffer(
                    ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
        } catch (OutOfMemoryError e) {
            return Unpooled.wrappedBuffer(bytes); // copies that nobody uses have not been collected yet
        }
    }
}
