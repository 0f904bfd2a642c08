package hub.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.run.Jobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FarewellTest {

    private final List<Integer> halted = new ArrayList<>();

    @Test
    void whatIsClosedInTimeIsNotCutOff() {
        AtomicBoolean closed = new AtomicBoolean();
        Farewell.say(() -> closed.set(true), Duration.ofMinutes(1), halted::add);
        assertThat(closed).isTrue();
        assertThat(halted).isEmpty();
    }

    /** Jobs are closed first, and must have told the ledger what they left before the process ends without them. */
    @Test
    void thereIsTimeForJobsToEndAndForTheRestToBeClosed() {
        assertThat(Jobs.CLOSED_WITHIN.multipliedBy(2)).isLessThan(Farewell.LONGEST);
    }

    @Test
    void whatHangsIsLeft() {
        CountDownLatch never = new CountDownLatch(1);
        Farewell.say(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                Duration.ofMillis(20),
                halted::add);
        never.countDown();
        assertThat(halted).containsExactly(143);
    }
}
