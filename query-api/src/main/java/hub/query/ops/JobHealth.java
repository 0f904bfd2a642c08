package hub.query.ops;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

/** Health from what the scheduler tells: a failed or missed run is a warning, silence is unknown. */
public final class JobHealth {

    static final Status WARNING = new Status("WARNING");

    private JobHealth() {}

    public static Mono<Health> of(JobReports reports) {
        return reports.report()
                .map(report -> report.warnings().isEmpty()
                        ? Health.up().build()
                        : Health.status(WARNING)
                                .withDetail("jobs", report.warnings())
                                .build())
                .defaultIfEmpty(Health.unknown()
                        .withDetail("why", "no process with the role scheduler is at work")
                        .build())
                .onErrorReturn(Health.unknown()
                        .withDetail("why", "the store does not answer")
                        .build());
    }
}
