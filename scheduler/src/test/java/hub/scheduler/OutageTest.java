package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final Instant START = Instant.parse("2026-01-15T15:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final RecordingLog log = new RecordingLog();
    private final Outage outage = new Outage(log.logger, "The canary", now::get);

    @Test
    void anOutageIsOneLineAndItsEndAnother() {
        outage.failed(new IllegalStateException("wrapped", new IllegalStateException("connection\nrefused")));
        now.set(START.plusSeconds(60));
        outage.failed(new IllegalStateException("again"));
        now.set(START.plusSeconds(90));
        outage.worked();
        outage.worked();

        assertThat(log.lines)
                .containsExactly(
                        "warn: The canary fails and is retried quietly: connection refused",
                        "info: The canary works again after 90 s");
    }

    @Test
    void itsBeginAndCauseAreKnownWhileItLasts() {
        assertThat(outage.now()).isEmpty();
        outage.failed(new IllegalStateException());
        now.set(START.plusSeconds(60));
        outage.failed(new IllegalStateException("another"));

        assertThat(outage.now()).contains(new Outage.Failure(START, "IllegalStateException"));
        outage.worked();
        assertThat(outage.now()).isEmpty();
    }
}
