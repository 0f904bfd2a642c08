package hub.query.health;

import hub.query.ops.JobHealth;
import hub.query.ops.JobReports;
import hub.redis.JobBoard;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * Health and metrics of any process, whatever it does, with the health contributor {@code jobRuns}: what the scheduler role
 * tells is heard everywhere. Needs a {@link JobBoard}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:hub/query/management-defaults.properties")
public class ManagementConfiguration {

    @Bean
    JobReports jobReports(JobBoard board) {
        return JobReports.of(board);
    }

    @Bean
    ReactiveHealthIndicator jobRunsHealthIndicator(JobReports reports) {
        return () -> JobHealth.of(reports);
    }
}
