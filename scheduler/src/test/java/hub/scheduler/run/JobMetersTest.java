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
        return new JobReport("evening", "on", NOW, behind, lastSuccess, null, LocalDate.EPOCH, null, List.of());
    }

    private double gauge(String name) {
        return registry.get(name).tag("job", "evening").gauge().value();
    }

    @Test
    void durationsAreToldByOutcome() {
        Run run = new Run("evening", "k", NOW, LocalDate.parse("2026-01-15"), Run.Cause.SCHEDULE, Mode.ON);
        unit.ended(run, RunOutcome.FAILED, Duration.ofSeconds(1), Duration.ofSeconds(9));
        unit.ended(run, RunOutcome.SUCCEEDED, Duration.ofSeconds(40), Duration.ofSeconds(2));
        unit.ended(run, RunOutcome.SUCCEEDED, Duration.ofSeconds(5), Duration.ofSeconds(3));
        unit.ended(run, RunOutcome.MISSED, Duration.ofDays(3), Duration.ZERO);
        unit.coalesced(run, 11);

        var succeeded = registry.get("hub.job.runs")
                .tag("job", "evening")
                .tag("outcome", "succeeded")
                .timer();
        assertThat(succeeded.count()).isEqualTo(2);
        assertThat(succeeded.totalTime(TimeUnit.SECONDS)).isEqualTo(5);
        assertThat(registry.get("hub.job.runs").tag("outcome", "failed").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(9);
        var delay = registry.get("hub.job.due.delay").tag("job", "evening").timer();
        assertThat(delay.count()).as("a missed run did not begin").isEqualTo(3);
        assertThat(delay.totalTime(TimeUnit.SECONDS)).isEqualTo(46);
        assertThat(delay.max(TimeUnit.SECONDS)).isEqualTo(40);
        assertThat(registry.get("hub.job.due.coalesced")
                        .tag("job", "evening")
                        .counter()
                        .count())
                .isEqualTo(11);
    }

    @Test
    void theAgeOfTheLastSuccessGoesOnWhileNothingIsReported() {
        SettableClock clock = new SettableClock(NOW);
        unit.report(report(0, null), clock);
        assertThat(gauge("hub.job.behind.seconds")).isZero();
        assertThat(gauge("hub.job.last.success.age.seconds")).as("never yet").isNaN();

        unit.report(report(75, NOW.minusSeconds(3_600)), clock);
        assertThat(gauge("hub.job.behind.seconds")).isEqualTo(75);
        assertThat(gauge("hub.job.last.success.age.seconds")).isEqualTo(3_600);

        clock.advance(Duration.ofSeconds(10));
        assertThat(gauge("hub.job.last.success.age.seconds")).isEqualTo(3_610);
    }
}
