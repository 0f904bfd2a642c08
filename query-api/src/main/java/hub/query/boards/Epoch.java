package hub.query.boards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.Announcement;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.view.Boards;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.redis.ReadResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One stretch of uninterrupted knowledge about one generation. Everything held belongs to an epoch; whatever may have
 * broken the stretch (a gap in the announcements, a new subscription, a store that went back in time) ends it, and
 * nothing is carried over.
 *
 * <p>Why bytes rendered at r may be printed with position s: while {@link #listening}, the subscription stood before the
 * first read of the epoch and the announcements came without a gap, so every commit in (r, s] has marked the slots that
 * it touched. A slot exists before the read that fills it is sent, so no mark can fall between.
 */
public final class Epoch {

    /** Bounds what is kept in process; a year of days is some 3,000 partitions. */
    private static final long MAX_PARTITIONS = 20_000;

    private final Generation generation;
    private final boolean listening;
    private final Cache<PartitionId, Slot> slots = Caffeine.newBuilder()
            .maximumSize(MAX_PARTITIONS)
            .executor(Runnable::run)
            .<PartitionId, Slot>evictionListener((id, slot, cause) -> {
                if (slot != null) {
                    slot.retire();
                }
            })
            .build();

    private volatile long firstAnnounced;
    private volatile @Nullable Checkpoint announced;
    private volatile @Nullable Checkpoint latest;

    /**
     * @param listening whether announcements arrive
     * @param announced the commit announced last, if there was one
     */
    Epoch(Generation generation, boolean listening, @Nullable Checkpoint announced) {
        this.generation = generation;
        this.listening = listening;
        this.announced = announced;
        this.latest = announced;
        this.firstAnnounced = announced == null ? 0 : announced.sequence();
    }

    public Generation generation() {
        return generation;
    }

    /** Whether announcements arrive. */
    public boolean listening() {
        return listening;
    }

    @Nullable
    Checkpoint announced() {
        return announced;
    }

    /** Whether {@code next} directly follows what was announced before. */
    boolean continuesWith(Checkpoint next) {
        Checkpoint last = announced;
        return last == null || next.sequence() == last.sequence() + 1;
    }

    /** Marks first, then publishes: whoever sees the new position also sees the marks. */
    void announce(Announcement announcement) {
        long sequence = announcement.checkpoint().sequence();
        for (PartitionId touched : announcement.touched()) {
            Slot slot = slots.getIfPresent(touched);
            if (slot != null) {
                slot.touch(sequence);
            }
        }
        if (announced == null) {
            firstAnnounced = sequence;
        }
        announced = announcement.checkpoint();
        seen(announcement.checkpoint());
    }

    private synchronized void seen(Checkpoint checkpoint) {
        Checkpoint was = latest;
        if (was == null || checkpoint.sequence() > was.sequence()) {
            latest = checkpoint;
        }
    }

    /**
     * The furthest checkpoint at which what was rendered from {@code boards} still stands as far as we were told; null
     * if it does not, or if nobody tells.
     */
    public @Nullable Checkpoint standsAt(LoadedBoards boards) {
        if (!listening) {
            return null;
        }
        Checkpoint told = announced; // before the marks are looked at
        if (!boards.untouched()) {
            return null;
        }
        long readAt = boards.checkpoint().sequence();
        if (told == null || told.sequence() <= readAt) {
            return boards.checkpoint();
        }
        return toldOfAllSince(readAt) ? told : null;
    }

    /** Whether every commit after {@code sequence} up to the last announced one was announced in this epoch. */
    private boolean toldOfAllSince(long sequence) {
        return sequence >= firstAnnounced - 1;
    }

    /** What is held, whether it still stands or not: enough to guess what a view will read. Null before any read. */
    @Nullable
    Guess guess() {
        Checkpoint at = latest;
        return at == null ? null : new Guess(slots, at);
    }

    /** The partitions from memory, if all are held and none was touched up to the announced position; else null. */
    @Nullable
    LoadedBoards fromMemory(Set<PartitionId> wanted) {
        Checkpoint told = announced;
        if (!listening || told == null) {
            return null;
        }
        Map<PartitionId, Contents> contents = new HashMap<>();
        Map<PartitionId, Slot> used = new HashMap<>();
        for (PartitionId id : wanted) {
            Slot slot = slots.getIfPresent(id);
            Slot.Held held = slot == null ? null : slot.held();
            if (slot == null
                    || held == null
                    || held.sequence() > told.sequence()
                    || !toldOfAllSince(held.sequence())
                    || slot.touchedAt() > held.sequence()) {
                return null;
            }
            contents.put(id, held.contents());
            used.put(id, slot);
        }
        return new LoadedBoards(this, told, contents, used.values(), true);
    }

    /** The partitions as they stand in the store, all at one checkpoint. */
    Mono<LoadedBoards> read(BoardSource source, Set<PartitionId> wanted) {
        Map<PartitionId, Slot> used = new LinkedHashMap<>();
        Map<PartitionId, Slot.Held> before = new HashMap<>();
        Map<PartitionId, @Nullable PartitionVersion> versions = new LinkedHashMap<>();
        for (PartitionId id : wanted) {
            Slot slot = slots.get(id, missing -> new Slot());
            Slot.Held held = slot.held();
            used.put(id, slot);
            if (held != null) {
                before.put(id, held);
            }
            versions.put(id, held == null ? null : held.version());
        }
        return source.read(generation, versions).map(result -> take(result, used, before));
    }

    private LoadedBoards take(ReadResult result, Map<PartitionId, Slot> used, Map<PartitionId, Slot.Held> before) {
        Checkpoint at = result.checkpoint();
        Map<PartitionId, Contents> contents = HashMap.newHashMap(used.size());
        used.forEach((id, slot) -> {
            Slot.Held now = held(at.sequence(), result.changed().get(id), before.get(id));
            slot.offer(now);
            contents.put(id, now.contents());
        });
        seen(at);
        return new LoadedBoards(this, at, contents, used.values(), false);
    }

    private static Slot.Held held(long sequence, @Nullable PartitionRead changed, Slot.@Nullable Held before) {
        if (changed != null) {
            return new Slot.Held(sequence, changed.version(), new Contents(changed.fields()));
        }
        if (before == null) {
            throw new IllegalStateException("the store did not send a partition that was not held");
        }
        return new Slot.Held(sequence, before.version(), before.contents());
    }

    /** @param latest the furthest checkpoint that was seen */
    record Guess(Cache<PartitionId, Slot> slots, Checkpoint latest) implements Boards {
        @Override
        public Horizon horizon() {
            return latest.horizon();
        }

        @Override
        public boolean holds(PartitionId partition) {
            Slot slot = slots.getIfPresent(partition);
            return slot != null && slot.held() != null;
        }

        @Override
        public <T> T get(Board<T> board, Partition partition) {
            Slot slot = slots.getIfPresent(board.in(partition));
            Slot.Held held = slot == null ? null : slot.held();
            if (held == null) {
                throw new IllegalStateException(board.in(partition) + " is not held");
            }
            return held.contents().as(board);
        }
    }
}
