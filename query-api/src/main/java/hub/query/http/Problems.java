package hub.query.http;

import hub.projections.operations.PipelineStatus;
import hub.projections.source.NotInSource;
import hub.projections.store.StoreUnavailable;
import hub.projections.view.DayNotHeld;
import hub.projections.view.NotFound;
import hub.query.boards.BoardsUnavailable;
import hub.query.boards.NothingLive;
import hub.query.boards.UnanswerableAt;
import hub.query.ladder.NotFromMysql;
import hub.query.security.Scope;
import hub.query.state.FillProgress;
import hub.query.stream.ShuttingDown;
import hub.query.stream.TooManyStreams;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a failure to what the caller is told. Whatever is not foreseen is logged under an id, and only that is told. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final long SHORTEST_WAIT = 1;
    private static final long USUAL_WAIT = 5;
    private static final long LONGEST_WAIT = 30;

    private final Supplier<List<PipelineStatus>> statuses;

    /** @param statuses what the pipelines last said of themselves */
    public Problems(Supplier<List<PipelineStatus>> statuses) {
        this.statuses = statuses;
    }

    /** What a key lacks. */
    public static Problem scopeMissing(Scope scope) {
        return Problem.of(ProblemType.SCOPE_MISSING, "This needs a key with the scope " + scope.word())
                .with("scope", scope.word());
    }

    /** @param name of the route, or of the item within a request */
    public Problem of(Throwable failure, String name) {
        return of(failure, name, RequestId.of(null));
    }

    Problem of(Throwable failure, String name, String id) {
        return switch (failure) {
            case Refusal refusal -> refusal.problem();
            case UnanswerableAt said ->
                of(said.why(), name, id)
                        .header(
                                said.isBySource() ? "Hub-Position-At-Least" : "Hub-Position",
                                said.at().text());
            case DayNotHeld missing ->
                Problem.of(
                                ProblemType.DAY_NOT_HELD,
                                "The day " + missing.day() + " is not held; the first day held is "
                                        + missing.firstHeld())
                        .with("day", missing.day().toString())
                        .with("first_held", missing.firstHeld().toString());
            case NotFound missing -> Problem.of(ProblemType.NOT_FOUND, missing.getMessage());
            case NotInSource missing ->
                Problem.of(
                                ProblemType.NOT_IN_SOURCE,
                                "The source database has no table " + missing.table()
                                        + ", or its user may not read it: there is nothing to answer from")
                        .with("table", missing.table());
            case NothingLive nothing -> filling();
            case BoardsUnavailable unavailable -> unavailable(name, unavailable);
            case NotFromMysql tooLong ->
                Problem.of(ProblemType.UNAVAILABLE, tooLong.getMessage()).retryAfter(LONGEST_WAIT);
            case StoreUnavailable unavailable -> unavailable(name, unavailable);
            case TooManyStreams many ->
                Problem.of(
                                ProblemType.TOO_MANY_REQUESTS,
                                "No more than " + many.allowed() + " streams may be open: close one, or follow more"
                                        + " views in one stream")
                        .retryAfter(USUAL_WAIT);
            case ShuttingDown going ->
                Problem.of(ProblemType.UNAVAILABLE, "This process is shutting down; another one may answer")
                        .retryAfter(SHORTEST_WAIT);
            default -> internal(name, failure, id);
        };
    }

    /** The body that tells a stream of why {@code view} cannot be answered now. */
    public byte[] within(String stream, String view, Throwable failure) {
        return of(failure, stream, stream + "-" + view).body();
    }

    private Problem filling() {
        FillProgress progress = FillProgress.newest(statuses.get());
        if (progress == null) {
            return Problem.of(
                            ProblemType.FILLING,
                            "No generation is live yet, and no fill has been heard of: /api/ops/pipeline says more")
                    .retryAfter(USUAL_WAIT);
        }
        Problem problem = Problem.of(
                ProblemType.FILLING,
                "No generation is live yet: the boards are being filled from MySQL for the first time");
        Long remaining = progress.remainingSeconds();
        return problem.with("progress", progress)
                .retryAfter(remaining == null ? USUAL_WAIT : Math.clamp(remaining, SHORTEST_WAIT, LONGEST_WAIT));
    }

    private static Problem unavailable(String name, RuntimeException why) {
        log.atDebug().addKeyValue("route", name).log("No rung could answer", why);
        return Problem.of(ProblemType.UNAVAILABLE, "Neither the boards nor MySQL can be asked now")
                .retryAfter(SHORTEST_WAIT);
    }

    private static Problem internal(String name, Throwable failure, String id) {
        log.error("A request failed: route={} request={}", name, id, failure);
        return Problem.of(ProblemType.INTERNAL, null).with("instance", "/requests/" + id);
    }
}
