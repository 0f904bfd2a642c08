package hub.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobMetersTest {

    private static final Instant NOW = Instant.parse("2026-01-15T18:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JobMeters unit = new JobMeters(registry);

    private static JobReport report(long behind, @Nullable Instant lastSuccess) {
        return new JobReport("evening", "on", NOW, behind, lastSuccess, null, List.of());
    }

    private double gauge(String name) {
        return registry.get(name).tag("job", "evening").gauge().value();
    }

    @Test
    void durationsAreToldByOutcome() {
        Run run = new Run("evening", "k", NOW, LocalDate.parse("2026-01-15"), Run.Cause.SCHEDULE, Mode.ON);
        unit.ended(run, RunOutcome.FAILED, Duration.ofSeconds(9), NOW);
        unit.ended(run, RunOutcome.SUCCEEDED, Duration.ofSeconds(2), NOW);
        unit.ended(run, RunOutcome.SUCCEEDED, Duration.ofSeconds(3), NOW);

        var succeeded = registry.get("hub.job.runs")
                .tag("job", "evening")
                .tag("outcome", "succeeded")
                .timer();
        assertThat(succeeded.count()).isEqualTo(2);
        assertThat(succeeded.totalTime(TimeUnit.SECONDS)).isEqualTo(5);
        assertThat(registry.get("hub.job.runs").tag("outcome", "failed").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(9);
    }

    @Test
    void theDelayAndTheAgeOfTheLastSuccessAreThoseOfTheLastReport() {
        unit.report(report(0, null), NOW);
        assertThat(gauge("hub.job.behind.seconds")).isZero();
        assertThat(gauge("hub.job.last.success.age.seconds")).as("never yet").isNaN();

        unit.report(report(75, NOW.minusSeconds(3_600)), NOW);
        assertThat(gauge("hub.job.behind.seconds")).isEqualTo(75);
        assertThat(gauge("hub.job.last.success.age.seconds")).isEqualTo(3_600);
    }
}
