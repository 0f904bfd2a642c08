package hub.scheduler.reporting;

import hub.projections.view.ScoreMode;
import hub.redis.BoardSnapshots;
import hub.scheduler.report.CostedReportView;
import hub.scheduler.run.JobsDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The jobs that make reports, for the scheduler role. */
@Configuration(proxyBeanMethods = false)
public class ReportingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReportingConfiguration.class);
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration READ_WITHIN = Duration.ofSeconds(30);

    @Bean
    ReportMaker reportMaker(
            JobsDatabase database, BoardSnapshots snapshots, Environment settings, InstantSource clock) {
        return new ReportMaker(
                database,
                ReadModels.of(snapshots, READ_WITHIN),
                new CostedReportView(ScoreMode.valueOf(
                        settings.getProperty("hub.scores", "live").toUpperCase(Locale.ROOT))),
                clock,
                WAIT,
                LOOK_EVERY);
    }

    @Bean
    DailyReportJob dailyReport(ReportMaker maker, Environment settings) {
        String recipients = settings.getProperty("hub.report.recipients", "");
        MailAdvice.of(recipients, settings.getProperty("hub.mail.host", "")).ifPresent(LOG::warn);
        return DailyReportJob.evening(maker, Recipient.parse(recipients));
    }

    @Bean
    DailyReportJob closingReport(ReportMaker maker) {
        return DailyReportJob.closing(maker);
    }

    /** Only where there is a mail server to hand letters to. */
    @Bean
    @Conditional(MailServerNamed.class)
    SendReports sendReports(JobsDatabase database, Environment settings, InstantSource clock) {
        return new SendReports(database, MailSettings.of(settings), clock);
    }

    /** Whether {@code hub.mail.host} says anything. */
    static final class MailServerNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("hub.mail.host", "").isBlank();
        }
    }
}
