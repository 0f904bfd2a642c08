package hub.query;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlReports;
import hub.query.boards.BoardSource;
import hub.query.boards.LiveBoards;
import hub.query.health.ManagementConfiguration;
import hub.query.hot.HotViews;
import hub.query.http.RouteSource;
import hub.query.http.ViewRoutes;
import hub.query.ladder.SourceReads;
import hub.query.ops.JobReports;
import hub.query.ops.JobRoutes;
import hub.query.ops.ParkedRoutes;
import hub.query.reports.ReportRoutes;
import hub.query.reports.Reports;
import hub.query.security.TicketStore;
import hub.query.warm.Warming;
import hub.redis.Acknowledgements;
import hub.redis.BoardReader;
import hub.redis.JobBoard;
import hub.redis.ServingProcesses;
import hub.redis.Tickets;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The query role. Needs a {@link BoardReader}, {@link Acknowledgements}, a {@link JobBoard}, {@link ServingProcesses}, a {@link Clock} and a registry of meters; a {@link MysqlBoards},
 * if there is one, becomes the last rung of the ladder.
 */
@Configuration(proxyBeanMethods = false)
@Import({ManagementConfiguration.class, ServingConfiguration.class})
public class QueryConfiguration {

    private static final Duration SAY_EVERY = Duration.ofSeconds(1);
    /** A process that says nothing for that long has left. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(10);

    @Bean
    BoardSource boardSource(BoardReader reader) {
        return BoardSource.of(reader);
    }

    @Bean
    TicketStore ticketStore(Tickets tickets) {
        return new TicketStore() {
            @Override
            public Mono<Void> keep(String name, String note, Duration life) {
                return tickets.keep(name, note, life);
            }

            @Override
            public Mono<String> take(String name) {
                return tickets.take(name);
            }
        };
    }

    @Bean
    RouteSource parkedRoutes(LiveBoards live, BoardSource source, Acknowledgements acknowledgements, Clock clock) {
        return new ParkedRoutes(live, source, acknowledgements, clock);
    }

    @Bean
    RouteSource reportRoutes(ObjectProvider<MysqlReports> reports) {
        MysqlReports found = reports.getIfAvailable();
        return new ReportRoutes(found == null ? Reports.unreachable() : Reports.of(found));
    }

    @Bean
    RouteSource jobRoutes(JobReports reports, Clock clock) {
        return new JobRoutes(reports, clock);
    }

    @Bean
    Warming warming(ViewRoutes views, HotViews answers, ServingProcesses processes, Clock clock) {
        String name = ManagementFactory.getRuntimeMXBean().getName() + "#"
                + Long.toString(System.nanoTime() & 0xFFFFFF, Character.MAX_RADIX);
        return new Warming(
                views.all(),
                answers::ask,
                readiness -> processes.say(name, readiness, GONE_AFTER).timeout(GONE_AFTER),
                clock);
    }

    @Bean(destroyMethod = "dispose")
    Disposable presence(Warming warming) {
        return Flux.interval(SAY_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> warming.beat(), 1)
                .subscribe();
    }

    @Bean
    @Nullable
    SourceReads sourceReads(ObjectProvider<MysqlBoards> boards) {
        MysqlBoards found = boards.getIfAvailable();
        return found == null ? null : SourceReads.of(found);
    }
}
