package hub.query.ops;

import hub.query.boards.LiveBoards;
import hub.query.hot.Json;
import hub.query.http.Reply;
import hub.query.http.Route;
import hub.query.security.Scope;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** The routes of operators. */
public final class OpsRoutes {

    private OpsRoutes() {}

    /** {@code GET /api/ops/pipeline} takes a fresh pulse; if the store is away, it says what was known last. */
    public static List<Route> of(LiveBoards live, Clock clock) {
        return List.of(Route.get(
                "pipeline",
                "/api/ops/pipeline",
                Scope.OPS,
                "How the pipelines, the boards and the lag are",
                call -> live.pulse()
                        .then(Mono.fromSupplier(() ->
                                Reply.json(Json.bytes(PipelineReporter.report(live.vitals(), clock.instant())))))));
    }
}
