package hub.query.health;

import hub.query.boards.LiveBoards;
import hub.query.ladder.Ladder;
import java.time.Clock;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health contributors {@code changeStream}, {@code boards} and {@code query}; groups give them their public names. */
@Configuration(proxyBeanMethods = false)
public class QueryHealthConfiguration {

    @Bean
    HealthIndicator changeStreamHealthIndicator(LiveBoards live, Clock clock) {
        return () -> HealthRules.cdc(live.vitals(), clock.instant());
    }

    @Bean
    HealthIndicator boardsHealthIndicator(LiveBoards live, Clock clock) {
        return () -> HealthRules.projections(live.vitals(), clock.instant());
    }

    @Bean
    HealthIndicator queryHealthIndicator(Ladder ladder) {
        return () -> HealthRules.query(ladder.canAnswer());
    }
}
