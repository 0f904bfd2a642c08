package hub.query.boards;

import org.jspecify.annotations.Nullable;

/** What is known of one partition within one {@link Epoch}. Safe for concurrent use. */
final class Slot {

    /** Contents as they stood at a checkpoint. */
    record Held(long sequence, Contents contents) {}

    private volatile long touchedAt = BoardSource.NOT_HELD;
    private volatile @Nullable Held held;

    /** The sequence of the last announced commit that wrote the partition. */
    long touchedAt() {
        return touchedAt;
    }

    @Nullable Held held() {
        return held;
    }

    synchronized void touch(long sequence) {
        touchedAt = Math.max(touchedAt, sequence);
    }

    /** Nobody will tell this slot of touches any more: whatever was rendered from it counts as touched. */
    void retire() {
        touch(Long.MAX_VALUE);
    }

    /** Keeps {@code next} if it is newer than what is held. */
    synchronized void offer(Held next) {
        Held was = held;
        if (was == null || next.sequence() > was.sequence()) {
            held = next;
        }
    }
}
