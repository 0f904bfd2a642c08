package hub.scheduler.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Meters of each job: {@code hub.job.runs} (a timer, by job and outcome), {@code hub.job.behind.seconds} (how late its
 * oldest open run is) and {@code hub.job.last.success.age.seconds} (unknown until there was one).
 */
public final class JobMeters implements RunListener {

    private record Known(long behind, @Nullable Instant lastSuccess, Instant at) {}

    private final MeterRegistry registry;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public JobMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(Run run, RunOutcome outcome, Duration took, Instant at) {
        Timer.builder("hub.job.runs")
                .tag("job", run.job())
                .tag("outcome", outcome.word())
                .register(registry)
                .record(took);
    }

    void report(JobReport report, Instant now) {
        Known before = known.put(report.name(), new Known(report.behindSeconds(), report.lastSuccess(), now));
        if (before == null) {
            gauge("hub.job.behind.seconds", report.name());
            gauge("hub.job.last.success.age.seconds", report.name());
        }
    }

    private void gauge(String meter, String job) {
        Gauge.builder(meter, () -> value(meter, job)).tag("job", job).register(registry);
    }

    private double value(String meter, String job) {
        Known last = known.get(job);
        if (last == null) {
            return Double.NaN;
        }
        if (meter.equals("hub.job.behind.seconds")) {
            return last.behind();
        }
        Instant success = last.lastSuccess();
        return success == null
                ? Double.NaN
                : Duration.between(success, last.at()).toSeconds();
    }
}
