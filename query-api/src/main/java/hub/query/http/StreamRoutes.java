package hub.query.http;

import hub.query.hot.Served;
import hub.query.security.ApiKey;
import hub.query.security.Scope;
import hub.query.stream.Streams;
import hub.query.stream.Subject;
import hub.query.stream.Wish;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/**
 * {@code GET /api/dashboard/stream}: any views as Server-Sent Events. A parameter of a view is given by its name and holds
 * for all views of the stream that have it; without a date, a stream follows the day that is today.
 */
public final class StreamRoutes implements RouteSource {

    static final int MOST_VIEWS = 20;

    private static final Parameter<Long> RATE = Parameter.integer(
                    "rate", 1, 1000 / Wish.SHORTEST_INTERVAL_MILLIS, "The most states a second that are wanted")
            .or(4L, "4");
    private static final Parameter<Optional<String>> LAST_EVENT_ID = Parameter.text(
                    "last_event_id", 2_048, "What the header Last-Event-ID says, for callers that cannot send it")
            .optional();

    private record Followed(ViewRoute<?> view, Map<String, List<String>> given) {}

    private final ViewRoutes views;
    private final ViewRoutes.Answers answers;
    private final Streams streams;
    private final Clock clock;
    private final Parameter<List<String>> names;

    /** @param answers gives what has been announced, rather than what is ready */
    public StreamRoutes(ViewRoutes views, ViewRoutes.Answers answers, Streams streams, Clock clock) {
        this.views = views;
        this.answers = answers;
        this.streams = streams;
        this.clock = clock;
        this.names = Parameter.words(
                "views",
                views.all().stream().map(ViewRoute::name).toList(),
                MOST_VIEWS,
                "The views to follow, by their names; each needs its own scope, too");
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "stream",
                Method.GET,
                new PathTemplate("/api/dashboard/stream"),
                Scope.READ,
                "Views as they change, as Server-Sent Events",
                List.of(names, RATE, LAST_EVENT_ID, TicketRoutes.TICKET),
                this::open));
    }

    private Mono<Reply> open(Call call) {
        Map<String, List<String>> given = QueryString.parse(call.request().query());
        Set<Followed> followed = new LinkedHashSet<>();
        Set<Scope> needed = EnumSet.of(Scope.READ);
        for (String name : call.arguments().get(names)) {
            Followed each = follow(name, given, call.key());
            followed.add(each);
            needed.add(each.view().scope());
        }
        List<Subject> subjects = followed.stream().<Subject>map(this::subject).toList();
        String header = call.header("Last-Event-ID");
        Wish wish = new Wish(
                call.key().grant(needed),
                1000 / call.arguments().get(RATE),
                header == null ? call.arguments().get(LAST_EVENT_ID).orElse(null) : header);
        return streams.open(List.copyOf(followed), subjects, wish).map(Reply::of);
    }

    /** @throws Refusal if the key may not, or a parameter is missing or not allowed */
    private Followed follow(String name, Map<String, List<String>> given, ApiKey key) {
        ViewRoute<?> view = Objects.requireNonNull(views.named(name));
        if (!key.may(view.scope())) {
            throw Problem.of(
                            ProblemType.SCOPE_MISSING,
                            "The view " + name + " needs a key with the scope "
                                    + view.scope().word())
                    .with("scope", view.scope().word())
                    .refusal();
        }
        Map<String, List<String>> own = new TreeMap<>();
        for (Parameter<?> parameter : view.parameters()) {
            List<String> texts = given.get(parameter.name());
            if (texts != null) {
                own.put(parameter.name(), List.copyOf(texts));
            }
        }
        view.query(own, clock.instant());
        return new Followed(view, own);
    }

    private Subject subject(Followed followed) {
        return new Subject() {
            @Override
            public String name() {
                return followed.view().name();
            }

            @Override
            public Mono<Served> ask() {
                return StreamRoutes.this.ask(followed.view(), followed.given());
            }
        };
    }

    private <Q> Mono<Served> ask(ViewRoute<Q> view, Map<String, List<String>> given) {
        return answers.ask(view.view(), view.query(given, clock.instant()));
    }
}
