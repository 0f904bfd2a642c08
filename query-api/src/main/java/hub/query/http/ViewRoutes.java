package hub.query.http;

import hub.projections.view.View;
import hub.query.hot.Ready;
import hub.query.hot.Served;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Every view that is served, by name. */
public final class ViewRoutes implements RouteSource {

    /** Where answers come from. */
    @FunctionalInterface
    public interface Answers {
        <Q> Mono<Served> ask(View<Q, ?> view, Q query);

        /** The same, but nothing that has gone stale, at the price of a moment. */
        default <Q> Mono<Served> latest(View<Q, ?> view, Q query) {
            return ask(view, query);
        }
    }

    private final Map<String, ViewRoute<?>> byName = new LinkedHashMap<>();
    private final Answers answers;
    private final Freshness freshness;

    /** @throws IllegalArgumentException if two views share a name */
    public ViewRoutes(List<ViewRoute<?>> views, Answers answers, Freshness freshness) {
        this.answers = answers;
        this.freshness = freshness;
        for (ViewRoute<?> view : views) {
            if (byName.put(view.name(), view) != null) {
                throw new IllegalArgumentException("two views are called " + view.name());
            }
        }
    }

    /** In the order of declaration. */
    public List<ViewRoute<?>> all() {
        return List.copyOf(byName.values());
    }

    public @Nullable ViewRoute<?> named(String name) {
        return byName.get(name);
    }

    /** The single GET route of each view. */
    @Override
    public List<Route> routes() {
        return all().stream().<Route>map(this::route).toList();
    }

    private <Q> Route route(ViewRoute<Q> view) {
        return view.route(call -> {
            Q query = view.query(call.arguments());
            Mono<Served> answer = freshness.answer(
                    call, () -> answers.ask(view.view(), query), () -> answers.latest(view.view(), query));
            Served ready = Ready.of(answer);
            return ready == null
                    ? answer.map(served -> Reply.of(served, call, view.scope()))
                    : Mono.just(Reply.of(ready, call, view.scope()));
        });
    }
}
