package hub.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapLogTest {

    @Test
    void theMostThatACollectionLeftIsFound() {
        assertThat(HeapLog.megabytes("""
                                [0.005s][info][gc] Using G1
                                [0.456s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->9M(386M) 4.1ms
                                [1.456s][info][gc] GC(1) Pause Remark 180M->121M(512M) 5.9ms
                                [1.900s][info][gc] GC(2) Concurrent Mark Cycle 300.1ms
                                [2.456s][info][gc] GC(3) Pause Young (Mixed) (G1 Evacuation Pause) 205M->98M(512M) 4.2ms
                                """)).isEqualTo(121);
    }

    @Test
    void withoutACollectionThereIsNoFigure() {
        assertThat(HeapLog.megabytes("[0.005s][info][gc] Using G1\n")).isNaN();
    }
}
