package hub.query;

import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.query.batch.BatchRoute;
import hub.query.boards.BoardSource;
import hub.query.boards.LiveBoards;
import hub.query.dashboard.DashboardViews;
import hub.query.dashboard.ServerTimeRoute;
import hub.query.docs.DocsSite;
import hub.query.docs.OpenApi;
import hub.query.health.QueryHealthConfiguration;
import hub.query.hot.HotViews;
import hub.query.hot.Served;
import hub.query.http.Api;
import hub.query.http.Cors;
import hub.query.http.Freshness;
import hub.query.http.Gate;
import hub.query.http.LastResort;
import hub.query.http.NettyApi;
import hub.query.http.NettyLimits;
import hub.query.http.Problems;
import hub.query.http.Route;
import hub.query.http.RouteMetrics;
import hub.query.http.RouteSource;
import hub.query.http.StreamRoutes;
import hub.query.http.TicketRoutes;
import hub.query.http.ViewRoutes;
import hub.query.ladder.GuardedBoards;
import hub.query.ladder.Ladder;
import hub.query.ladder.MysqlRung;
import hub.query.ladder.SourceReads;
import hub.query.ladder.Sources;
import hub.query.ops.OpsRoutes;
import hub.query.ops.ParkedMeters;
import hub.query.readafter.ReadAfter;
import hub.query.security.KeyRing;
import hub.query.security.RateLimits;
import hub.query.security.RefusedKeys;
import hub.query.security.StreamTickets;
import hub.query.security.TicketStore;
import hub.query.stream.StreamLimits;
import hub.query.stream.StreamMetrics;
import hub.query.stream.Streams;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Everything that serves, over whatever {@link BoardSource} there is. Needs a {@link Clock} and a registry of meters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryProperties.class)
@PropertySource("classpath:hub/query/query-defaults.properties")
@Import(QueryHealthConfiguration.class)
class ServingConfiguration {

    /** Every route of this process. */
    record Routes(List<Route> all) {}

    private static final Logger log = LoggerFactory.getLogger(ServingConfiguration.class);
    private static final Duration KEYS_EVERY = Duration.ofMillis(500);

    @Bean
    KeyRing keyRing(QueryProperties properties, Clock clock) {
        KeyRing keys = KeyRing.of(properties.keys(), properties.keysFile(), clock);
        if (keys.isEmpty()) {
            log.warn("hub.api.keys is empty: every request will be refused. Make a key with: hub keys new");
        }
        return keys;
    }

    /** A key that is revoked in the file is refused within two seconds: two looks must agree. */
    @Bean(destroyMethod = "dispose")
    Disposable keyReload(KeyRing keys) {
        return Flux.interval(KEYS_EVERY, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .subscribe(tick -> keys.reload());
    }

    @Bean
    StreamTickets streamTickets(TicketStore store, KeyRing keys) {
        return new StreamTickets(store, keys);
    }

    @Bean
    Gate gate(KeyRing keys, StreamTickets tickets, QueryProperties properties) {
        QueryProperties.Rate rate = properties.rate();
        return new Gate(
                keys,
                new RateLimits(rate.perAddress(), rate.perKey(), rate.period()),
                new Cors(properties.corsOrigins()),
                new RefusedKeys(),
                tickets);
    }

    @Bean
    LiveBoards liveBoards(BoardSource source, MeterRegistry registry, QueryProperties properties, Clock clock) {
        GuardedBoards guarded = new GuardedBoards(source, properties.storeTimeout());
        guarded.bindTo(registry);
        return new LiveBoards(guarded, clock, properties.storeTimeout());
    }

    @Bean
    ParkedMeters parkedMeters(LiveBoards live) {
        return new ParkedMeters(live);
    }

    @Bean
    HotViews hotViews(LiveBoards live, QueryProperties properties, Clock clock) {
        return new HotViews(live, clock, properties.hotViews(), Schedulers.parallel());
    }

    @Bean
    Sources sources(
            @Value("${hub.query.source:read-model}") String setting,
            @Value("${hub.scores:live}") ScoreMode scores,
            @Value("${hub.team.daily-goal:3000}") int dailyGoal) {
        Set<String> names = new HashSet<>(Set.of(BatchRoute.NAME));
        DashboardViews.of(scores, dailyGoal).forEach(view -> names.add(view.name()));
        return Sources.parse(setting, names);
    }

    /** With MySQL as its last rung if there is a {@link SourceReads}. */
    @Bean
    Ladder ladder(
            HotViews views,
            LiveBoards live,
            ObjectProvider<SourceReads> source,
            Sources sources,
            MeterRegistry registry,
            QueryProperties properties,
            Clock clock) {
        SourceReads reads = source.getIfAvailable();
        MysqlRung mysql = reads == null ? null : new MysqlRung(reads, clock, Schedulers.parallel());
        if (mysql != null) {
            mysql.bindTo(registry);
        }
        return new Ladder(views, live, mysql, sources, properties.mysqlWhileFilling(), clock);
    }

    @Bean
    Watching watching(LiveBoards live, HotViews views, Streams streams) {
        return new Watching(live, () -> {
            views.heard();
            streams.heard();
        });
    }

    @Bean(destroyMethod = "dispose")
    Scheduler streamThread() {
        return Schedulers.newSingle("streams");
    }

    @Bean
    Streams streams(
            QueryProperties properties,
            MeterRegistry registry,
            Problems problems,
            LiveBoards live,
            KeyRing keys,
            Scheduler streamThread) {
        QueryProperties.Streams limits = properties.streams();
        return new Streams(
                new StreamLimits(limits.most(), limits.mostPerKey(), limits.maxAge(), limits.patience()),
                new StreamMetrics(registry),
                (view, failure) -> problems.within("stream", view, failure),
                live::announcedSequence,
                keys::covers,
                streamThread);
    }

    @Bean
    Pushing pushing(Streams streams) {
        return new Pushing(streams);
    }

    @Bean
    RouteSource streamRoutes(ViewRoutes views, Ladder ladder, Streams streams, Clock clock) {
        return new StreamRoutes(views, ladder::latest, streams, clock);
    }

    @Bean
    RouteSource ticketRoutes(StreamTickets tickets) {
        return new TicketRoutes(tickets);
    }

    @Bean
    Problems problems(LiveBoards live) {
        return new Problems(() -> live.vitals().pulse().statuses());
    }

    @Bean
    RouteMetrics routeMetrics(MeterRegistry registry) {
        return new RouteMetrics(registry);
    }

    @Bean
    LastResort lastResort() {
        return new LastResort();
    }

    @Bean
    Freshness freshness(LiveBoards live) {
        return new ReadAfter(live, Schedulers.parallel());
    }

    @Bean
    ViewRoutes viewRoutes(
            Ladder ladder,
            Freshness freshness,
            @Value("${hub.scores:live}") ScoreMode scores,
            @Value("${hub.team.daily-goal:3000}") int dailyGoal) {
        return new ViewRoutes(DashboardViews.of(scores, dailyGoal), new LadderAnswers(ladder), freshness);
    }

    @Bean
    BatchRoute batchRoute(
            ViewRoutes views, Ladder ladder, Freshness freshness, Gate gate, Problems problems, Clock clock) {
        return new BatchRoute(views, new LadderAnswers(ladder), freshness, gate, problems, clock);
    }

    @Bean
    RouteSource serverTimeRoute(Clock clock) {
        return () -> List.of(ServerTimeRoute.of(clock));
    }

    @Bean
    RouteSource opsRoutes(LiveBoards live, Clock clock) {
        return () -> OpsRoutes.of(live, clock);
    }

    @Bean
    Routes routes(List<RouteSource> sources) {
        return new Routes(
                sources.stream().flatMap(source -> source.routes().stream()).toList());
    }

    @Bean
    Api api(Routes routes, Gate gate, Problems problems, RouteMetrics metrics, Clock clock) {
        return new Api(routes.all(), gate, problems, metrics, clock);
    }

    @Bean
    DocsSite docsSite(Routes routes, ViewRoutes views, Gate gate) {
        return new DocsSite(OpenApi.of(routes.all(), views), gate::refusal);
    }

    /** The API in front of everything else that WebFlux serves; on the server's own port only, not the operators'. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> apiInFront(
            Api api, DocsSite docs, QueryProperties properties) {
        QueryProperties.Limits limits = properties.limits();
        return factory -> {
            factory.addRouteProviders(
                    routes -> routes.route(NettyApi::isFor, new NettyApi(api)).route(docs::isFor, docs));
            factory.addServerCustomizers(
                    new NettyLimits(limits.head(), limits.body(), limits.answer(), limits.connections())::on);
        };
    }

    private record LadderAnswers(Ladder ladder) implements ViewRoutes.Answers {
        @Override
        public <Q> Mono<Served> ask(View<Q, ?> view, Q query) {
            return ladder.ask(view, query);
        }

        @Override
        public <Q> Mono<Served> latest(View<Q, ?> view, Q query) {
            return ladder.latest(view, query);
        }
    }
}
