package hub.query.boards;

import hub.redis.PartitionVersion;
import org.jspecify.annotations.Nullable;

/** What is known of one partition within one {@link Epoch}. Safe for concurrent use. */
final class Slot {

    /** Contents as they stand at the checkpoint {@code sequence}. */
    record Held(long sequence, PartitionVersion version, Contents contents) {}

    private volatile long touchedAt;
    private volatile @Nullable Held held;

    /** The sequence of the last announced commit that wrote the partition. */
    long touchedAt() {
        return touchedAt;
    }

    @Nullable
    Held held() {
        return held;
    }

    synchronized void touch(long sequence) {
        touchedAt = Math.max(touchedAt, sequence);
    }

    /** Nobody will tell this slot of touches any more: whatever was rendered from it counts as touched. */
    void retire() {
        touch(Long.MAX_VALUE);
    }

    /** Keeps {@code next} if it stands later than what is held. */
    synchronized void offer(Held next) {
        Held was = held;
        if (was == null || next.sequence() > was.sequence()) {
            held = next;
        }
    }
}
