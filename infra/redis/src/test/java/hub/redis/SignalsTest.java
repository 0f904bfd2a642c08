package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.Announcement;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final Generation G7 = new Generation(7);
    private static final Checkpoint CHECKPOINT = Checkpoint.filling("server-1", Horizon.UNLIMITED, "digest");

    @Test
    void readsAnAnnouncement() {
        String message = Signals.announcementHead(G7) + "\n2\nnames:all\nitems:2026-03-02\n" + CHECKPOINT.text();

        assertThat(Signals.parse(message))
                .isEqualTo(new StoreSignal.Announced(new Announcement(
                        G7,
                        CHECKPOINT,
                        Set.of(
                                new PartitionId("names", Partition.ALL),
                                new PartitionId("items", Partition.parse("2026-03-02"))))));
    }

    @Test
    void readsAnAnnouncementThatTouchesNothing() {
        assertThat(Signals.parse(Signals.announcementHead(G7) + "\n0\n" + CHECKPOINT.text()))
                .isEqualTo(new StoreSignal.Announced(new Announcement(G7, CHECKPOINT, Set.of())));
    }

    @Test
    void readsBackEveryPointer() {
        for (Pointer pointer :
                new Pointer[] {Pointer.NONE, new Pointer(G7, null), new Pointer(new Generation(12), G7)}) {
            assertThat(Signals.pointer(Signals.text(pointer))).isEqualTo(pointer);
            assertThat(Signals.parse(Signals.pointerMoved(pointer))).isEqualTo(new StoreSignal.PointerMoved(pointer));
        }
        assertThat(Signals.pointer(null)).isEqualTo(Pointer.NONE);
    }

    @Test
    void refusesWhatSomebodyElsePublished() {
        assertThatThrownBy(() -> Signals.parse("hello")).isInstanceOf(IllegalArgumentException.class);
    }
}
