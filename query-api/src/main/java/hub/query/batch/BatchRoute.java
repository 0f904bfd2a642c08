package hub.query.batch;

import hub.projections.store.StoreUnavailable;
import hub.query.boards.BoardsUnavailable;
import hub.query.hot.Served;
import hub.query.http.Call;
import hub.query.http.Freshness;
import hub.query.http.Gate;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import hub.query.http.Problems;
import hub.query.http.Refusal;
import hub.query.http.Reply;
import hub.query.http.Route;
import hub.query.http.RouteSource;
import hub.query.http.ViewRoute;
import hub.query.http.ViewRoutes;
import hub.query.ladder.NotFromMysql;
import hub.query.security.ApiKey;
import hub.query.security.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * {@code POST /api/dashboard/batch}: up to {@value Batch#MAX_ITEMS} views at one position and one instant, each with a
 * status of its own. Costs as many answers as it has items.
 */
public final class BatchRoute implements RouteSource {

    /** The route's name. */
    public static final String NAME = BatchView.NAME;

    private static final String JSON = "application/json";

    private final ViewRoutes views;
    private final ViewRoutes.Answers answers;
    private final Freshness freshness;
    private final Gate gate;
    private final Clock clock;
    private final BatchView view;
    private final String names;

    public BatchRoute(
            ViewRoutes views,
            ViewRoutes.Answers answers,
            Freshness freshness,
            Gate gate,
            Problems problems,
            Clock clock) {
        this.freshness = freshness;
        this.views = views;
        this.answers = answers;
        this.gate = gate;
        this.clock = clock;
        this.view = new BatchView(problems);
        this.names = views.all().stream().map(ViewRoute::name).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post(
                BatchView.NAME,
                "/api/dashboard/batch",
                Scope.READ,
                "Up to 20 views in one answer, at one position and one instant",
                this::answer));
    }

    private Mono<Reply> answer(Call call) {
        String type = call.header("Content-Type");
        if (type == null
                || !type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(JSON)) {
            return Mono.error(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be " + JSON)
                    .refusal());
        }
        return call.body()
                .map(body -> batch(body, call.key()))
                .flatMap(batch -> freshness.answer(call, () -> ask(batch), () -> latest(batch)))
                .map(served -> Reply.once(served, call));
    }

    private Mono<Served> ask(Batch batch) {
        return orFromMysql(batch, answers.ask(view, batch));
    }

    private Mono<Served> latest(Batch batch) {
        return orFromMysql(batch, answers.latest(view, batch));
    }

    private Mono<Served> orFromMysql(Batch batch, Mono<Served> answer) {
        return answer.onErrorResume(
                failure -> isLeftToMysql(failure) && !view.fitsMysql(batch),
                failure -> answers.ask(view, batch.forMysql()));
    }

    private static boolean isLeftToMysql(Throwable failure) {
        return failure instanceof StoreUnavailable
                || failure instanceof BoardsUnavailable
                || failure instanceof NotFromMysql;
    }

    private Batch batch(byte[] body, ApiKey key) {
        List<BatchBody.Written> written = BatchBody.parse(body);
        gate.charge(key, written.size() - 1);
        Instant now = clock.instant();
        return new Batch(written.stream().map(item -> item(item, key, now)).toList());
    }

    private Item item(BatchBody.Written written, ApiKey key, Instant now) {
        ViewRoute<?> route = views.named(written.view());
        if (route == null) {
            String name = BatchBody.echo(written.view());
            return new Item.Refused(
                    name, Problem.of(ProblemType.NOT_FOUND, "No view is called \"" + name + "\"; there are: " + names));
        }
        if (!key.may(route.scope())) {
            return new Item.Refused(route.name(), Problems.scopeMissing(route.scope()));
        }
        try {
            return asked(route, written, now);
        } catch (Refusal refusal) {
            return new Item.Refused(route.name(), refusal.problem());
        }
    }

    private static <Q> Item asked(ViewRoute<Q> route, BatchBody.Written written, Instant now) {
        return new Item.Asked<>(route.view(), route.query(written.parameters(), now));
    }
}
