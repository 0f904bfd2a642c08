package hub.query.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code hub.stream.clients}, {@code hub.stream.channels} (different sets of views), {@code hub.stream.dropped} (states
 * that a reader was not told because a later one came first) and {@code hub.stream.cut} (readers that took too long).
 */
public final class StreamMetrics {

    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicInteger channels = new AtomicInteger();
    private final Counter dropped;
    private final Counter cut;

    public StreamMetrics(MeterRegistry registry) {
        Gauge.builder("hub.stream.clients", clients, AtomicInteger::get)
                .description("Open streams")
                .register(registry);
        Gauge.builder("hub.stream.channels", channels, AtomicInteger::get)
                .description("Different sets of views that are being streamed")
                .register(registry);
        dropped = Counter.builder("hub.stream.dropped")
                .description("States that a reader was not told because a later one came first")
                .register(registry);
        cut = Counter.builder("hub.stream.cut")
                .description("Streams cut because a write took too long")
                .register(registry);
    }

    void count(int readers, int sets) {
        clients.set(readers);
        channels.set(sets);
    }

    void dropped(long states) {
        if (states > 0) {
            dropped.increment(states);
        }
    }

    void cut() {
        cut.increment();
    }
}
