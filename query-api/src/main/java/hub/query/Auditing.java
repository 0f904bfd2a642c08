package hub.query;

import hub.projections.leaderboard.LeaderboardView;
import hub.projections.time.CentralDay;
import hub.projections.view.DayQuery;
import hub.projections.view.ScoreMode;
import hub.query.boards.BoardSource;
import hub.query.boards.LiveBoards;
import hub.query.ladder.Audit;
import hub.query.ladder.SourceReads;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit of stored boards against MySQL, one of the last days at a time; off unless {@code hub.audit.every} is set. */
@Configuration(proxyBeanMethods = false)
class Auditing {

    private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);
    private static final int DAYS = 14;

    @Bean(destroyMethod = "dispose")
    Disposable audit(
            @Value("${hub.audit.every:0s}") Duration every,
            ObjectProvider<SourceReads> source,
            BoardSource store,
            LiveBoards live,
            MeterRegistry registry,
            Clock clock) {
        SourceReads reads = source.getIfAvailable();
        if (every.isZero() || reads == null) {
            return Disposables.disposed();
        }
        Audit audit = new Audit(reads, store, live);
        audit.bindTo(registry);
        LeaderboardView view = new LeaderboardView(ScoreMode.LIVE);
        return Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> {
                    Instant now = clock.instant();
                    LocalDate day = CentralDay.of(now).date().minusDays(tick % DAYS);
                    return audit.compare(view, new DayQuery(day), now).onErrorResume(failure -> {
                        LOG.debug("no audit of {}: {}", day, failure.getMessage());
                        return Mono.empty();
                    });
                })
                .subscribe();
    }
}
