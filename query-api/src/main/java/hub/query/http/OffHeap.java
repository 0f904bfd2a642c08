package hub.query.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a connection takes them. The kernel reads from outside the heap only, so Netty copies what lies in it for each
 * answer; what is written again and again is copied once and kept here, as long as it is among the last few.
 *
 * <p>Safe for concurrent use. Copies belong to the garbage collector: nobody may use one that was freed.
 */
final class OffHeap {

    /** What Netty copies faster than it is found. */
    private static final int LEAST = 1024;

    /** Together with {@link #PLACES} the bound of all that is kept: 32 MB. */
    private static final int MOST = 1024 * 1024;

    private static final int PLACES = 32;

    private record Kept(WeakReference<byte[]> of, @Nullable ByteBuf copy) {}

    private static final AtomicReferenceArray<@Nullable Kept> KEPT = new AtomicReferenceArray<>(PLACES);

    private OffHeap() {}

    /** The same bytes, to be written once. */
    static ByteBuf of(byte[] bytes) {
        if (bytes.length < LEAST || bytes.length > MOST) {
            return Unpooled.wrappedBuffer(bytes);
        }
        int place = System.identityHashCode(bytes) & (PLACES - 1);
        Kept kept = KEPT.get(place);
        if (kept == null || !kept.of().refersTo(bytes)) {
            // Most are written once: they are not worth a copy of their own.
            KEPT.set(place, new Kept(new WeakReference<>(bytes), null));
            return Unpooled.wrappedBuffer(bytes);
        }
        ByteBuf copy = kept.copy();
        if (copy == null) {
            try {
                copy = copy(bytes);
            } catch (OutOfMemoryError e) {
                return Unpooled.wrappedBuffer(bytes); // copies that nobody uses have not been collected yet
            }
            KEPT.set(place, new Kept(kept.of(), copy));
        }
        return copy.duplicate();
    }

    private static ByteBuf copy(byte[] bytes) {
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(
                ByteBuffer.allocateDirect(bytes.length).put(bytes).flip()));
    }
}
