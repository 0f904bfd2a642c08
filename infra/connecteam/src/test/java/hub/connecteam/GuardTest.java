package hub.connecteam;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GuardTest {

    private static final Patience PATIENCE = new Patience(
            4,
            Duration.ofSeconds(20),
            Duration.ofMillis(400),
            Duration.ofMillis(1_000),
            4,
            Duration.ofMinutes(1),
            Duration.ofMinutes(4));

    @Test
    void pausesDoubleAndAreSpreadAroundThat() {
        IntervalFunction pauses = Guard.pauses(PATIENCE);

        assertSpread(samples(pauses, 1), 200, 600);
        assertSpread(samples(pauses, 2), 400, 1_000);
        assertThat(samples(pauses, 9)).as("never longer than the longest").allMatch(pause -> pause <= 1_000);
    }

    @Test
    void aProbeWithoutAnOutcomeIsNotWaitedForForever() {
        assertThat(Guard.breaker(PATIENCE).getMaxWaitDurationInHalfOpenState()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Guard.breaker(PATIENCE).getPermittedNumberOfCallsInHalfOpenState())
                .isEqualTo(1);
    }

    private static List<Long> samples(IntervalFunction pauses, int attempt) {
        return IntStream.range(0, 1_000)
                .mapToObj(sample -> pauses.apply(attempt))
                .toList();
    }

    private static void assertSpread(List<Long> pauses, long least, long most) {
        assertThat(pauses).allMatch(pause -> pause >= least && pause <= most);
        long middle = (least + most) / 2;
        assertThat(Stream.of(
                        pauses.stream().filter(pause -> pause < middle).count(),
                        pauses.stream().filter(pause -> pause > middle).count()))
                .allMatch(count -> count > 100);
    }
}
