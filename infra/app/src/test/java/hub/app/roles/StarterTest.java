package hub.app.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StarterTest {

    private static final Findings AWAY = new Findings(List.of(), List.of(), List.of("MySQL is away"));
    private static final Findings FIT = new Findings(List.of(), List.of(), List.of());

    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

    @Test
    void closedWhileItWaitsItStartsNothing() throws InterruptedException {
        CountDownLatch looked = new CountDownLatch(1);
        Starter starter = new Starter(
                () -> {
                    told.add("looked");
                    return AWAY;
                },
                () -> told.add("started"),
                away -> {
                    told.add(String.join(", ", away));
                    looked.countDown();
                },
                refused -> told.add("refused"));
        starter.begin();
        assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();

        starter.close();
        List<String> before = List.copyOf(told);
        assertThat(before).startsWith("looked", "MySQL is away").doesNotContain("started", "refused");
        starter.close();
        assertThat(told).as("a second time").containsExactlyElementsOf(before);
    }

    /** What a start has opened is closed next, so it must be through. */
    @Test
    void closingWaitsForAStartThatGoesOn() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Starter starter = new Starter(
                () -> FIT,
                () -> {
                    starting.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        Thread.currentThread().interrupt();
                    }
                    told.add("started");
                },
                away -> told.add("waited"),
                refused -> told.add("refused"));
        starter.begin();
        assertThat(starting.await(30, TimeUnit.SECONDS)).isTrue();

        starter.close();
        assertThat(interrupted.getCount()).isZero();
        assertThat(told).containsExactly("started");
    }
}
