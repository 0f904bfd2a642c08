package hub.query.health;

import hub.query.boards.LiveBoards;
import java.time.Clock;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health contributors {@code cdc}, {@code projections} and {@code query}. */
@Configuration(proxyBeanMethods = false)
public class QueryHealthConfiguration {

    @Bean
    HealthIndicator cdcHealthIndicator(LiveBoards live, Clock clock) {
        return () -> HealthRules.cdc(live.vitals(), clock.instant());
    }

    @Bean
    HealthIndicator projectionsHealthIndicator(LiveBoards live, Clock clock) {
        return () -> HealthRules.projections(live.vitals(), clock.instant());
    }

    @Bean
    HealthIndicator queryHealthIndicator(LiveBoards live, Clock clock) {
        return () -> HealthRules.query(live.vitals(), false, clock.instant());
    }
}
