package hub.scheduler.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Meters of each job. Of attempts: {@code hub.job.runs} (a timer, by job and outcome) and {@code hub.job.due.delay} (a timer:
 * how long after it could have begun each did). {@code hub.job.due.coalesced} counts the due instants that were not made in
 * time and for which a later run stands. As the ledger has it, whoever ran: {@code hub.job.behind.seconds} (how late the oldest
 * open run is) and {@code hub.job.last.success.age.seconds} (unknown until there was one), which both go on while the ledger
 * cannot be asked.
 */
public final class JobMeters implements RunListener {

    private record Known(long behind, @Nullable Instant lastSuccess, InstantSource clock) {}

    private final MeterRegistry registry;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public JobMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(Run run, RunOutcome outcome, Duration late, Duration took) {
        Timer.builder("hub.job.runs")
                .tag("job", run.job())
                .tag("outcome", outcome.word())
                .register(registry)
                .record(took);
        if (outcome != RunOutcome.MISSED) {
            Timer.builder("hub.job.due.delay")
                    .tag("job", run.job())
                    .register(registry)
                    .record(late);
        }
    }

    @Override
    public void coalesced(Run run, int dueInstants) {
        Counter.builder("hub.job.due.coalesced")
                .tag("job", run.job())
                .register(registry)
                .increment(dueInstants);
    }

    void report(JobReport report, InstantSource clock) {
        Known before = known.put(report.name(), new Known(report.behindSeconds(), report.lastSuccess(), clock));
        if (before == null) {
            gauge("hub.job.behind.seconds", report.name(), Known::behind);
            gauge("hub.job.last.success.age.seconds", report.name(), JobMeters::age);
        }
    }

    private void gauge(String meter, String job, java.util.function.ToDoubleFunction<Known> value) {
        Gauge.builder(meter, () -> {
                    Known last = known.get(job);
                    return last == null ? Double.NaN : value.applyAsDouble(last);
                })
                .tag("job", job)
                .register(registry);
    }

    private static double age(Known known) {
        Instant success = known.lastSuccess();
        return success == null
                ? Double.NaN
                : Duration.between(success, known.clock().instant()).toSeconds();
    }
}
