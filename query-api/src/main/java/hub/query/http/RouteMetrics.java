package hub.query.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts and latencies of answers, by route, rung and status: {@code hub.api.answers}. Names no person and no key. */
public final class RouteMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private record Series(String route, String source, int status) {}

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    public RouteMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A monotonic reading, nanoseconds. */
    long now() {
        return registry.config().clock().monotonicTime();
    }

    void answered(Route route, Reply reply, long start) {
        record(new Series(route.name(), reply.source(), reply.status().code()), start);
    }

    void refused(Reply reply, long start) {
        record(new Series("none", reply.source(), reply.status().code()), start);
    }

    private void record(Series series, long start) {
        timers.computeIfAbsent(series, this::timer).record(now() - start, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Series series) {
        return Timer.builder("hub.api.answers")
                .description("Answers by route, rung of the ladder and status")
                .tag("route", series.route())
                .tag("source", series.source())
                .tag("status", Integer.toString(series.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
