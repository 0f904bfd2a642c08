package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    /** The longest that each pause may be, in milliseconds; the last one stays. */
    private static final long[] WHOLE = {500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000};

    @Test
    void pausesDoubleUpToFifteenSecondsAndHalfOfEachIsCertain() {
        for (int i = 0; i < 200; i++) {
            Backoff backoff = new Backoff();
            for (long whole : WHOLE) {
                assertThat(backoff.pause().toMillis()).isBetween(whole / 2, whole);
            }
        }
    }

    @Test
    void twoThatLostTheSameServerDoNotComeBackInStep() {
        assertThat(pauses(new Backoff())).isNotEqualTo(pauses(new Backoff()));
    }

    @Test
    void beginsAnewOnceSomethingWorked() {
        Backoff backoff = new Backoff();
        pauses(backoff);
        backoff.reset();
        assertThat(backoff.pause().toMillis()).isLessThanOrEqualTo(WHOLE[0]);
    }

    private static List<Long> pauses(Backoff backoff) {
        return LongStream.of(WHOLE)
                .mapToObj(whole -> backoff.pause().toMillis())
                .toList();
    }
}
