package hub.query.reports;

import hub.mysql.MysqlReports.Entry;
import hub.mysql.MysqlReports.Form;
import hub.mysql.MysqlReports.Kept;
import hub.query.hot.Json;
import hub.query.http.Call;
import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.PathTemplate;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import hub.query.http.Refusal;
import hub.query.http.Reply;
import hub.query.http.Route;
import hub.query.http.RouteSource;
import hub.query.security.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * {@code GET /api/reports} lists the kept daily reports and {@code GET /api/reports/{report}} answers one, exactly as it was
 * made. What people are paid is in it for keys with the scope {@code cost:read}, and in no other answer.
 */
public final class ReportRoutes implements RouteSource {

    private static final Logger log = LoggerFactory.getLogger(ReportRoutes.class);
    private static final long WAIT = 5;
    private static final int ANY_VERSION = 0;

    private static final Parameter<Long> LIMIT =
            Parameter.integer("limit", 1, 366, "How many days at most").or(31L, "31");
    private static final Parameter<Long> VERSION = Parameter.integer(
                    "version", 1, 1_000_000, "Which version of the day's seal")
            .or("the newest", now -> (long) ANY_VERSION);

    private final Reports reports;

    public ReportRoutes(Reports reports) {
        this.reports = reports;
    }

    /** @param state provisional until the day is closed; restated after a later correction */
    record Listed(
            LocalDate date,
            int version,
            String state,
            String title,
            String headline,
            String position,
            Instant madeAt,
            String html,
            String csv,
            String json) {

        static Listed of(Entry entry) {
            String path = "/api/reports/" + entry.date();
            return new Listed(
                    entry.date(),
                    entry.version(),
                    entry.kind(),
                    entry.title(),
                    entry.headline(),
                    entry.position(),
                    entry.madeAt(),
                    path + ".html",
                    path + ".csv",
                    path + ".json");
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "reports",
                        Method.GET,
                        new PathTemplate("/api/reports"),
                        Scope.READ,
                        "The daily reports that are kept, newest day first",
                        List.of(LIMIT),
                        this::list),
                new Route(
                        "report",
                        Method.GET,
                        new PathTemplate("/api/reports/{report}"),
                        Scope.READ,
                        "One day's report as page, CSV or JSON; with cost for keys that may also cost:read",
                        List.of(ReportFile.PARAMETER, VERSION),
                        this::one));
    }

    private Mono<Reply> list(Call call) {
        return reports.list(audience(call), Math.toIntExact(call.arguments().get(LIMIT)))
                .map(entries ->
                        Reply.json(Json.bytes(entries.stream().map(Listed::of).toList())))
                .onErrorMap(ReportRoutes::unavailable);
    }

    private Mono<Reply> one(Call call) {
        ReportFile file = call.arguments().get(ReportFile.PARAMETER);
        int version = Math.toIntExact(call.arguments().get(VERSION));
        return reports.find(file.date(), version, audience(call), file.form())
                .switchIfEmpty(Mono.error(() -> missing(file, version)))
                .map(kept -> reply(call, file, kept))
                .onErrorMap(ReportRoutes::unavailable);
    }

    private static String audience(Call call) {
        return call.key().may(Scope.COST_READ) ? "cost" : "read";
    }

    private static Refusal missing(ReportFile file, int version) {
        return Problem.of(
                        ProblemType.NOT_FOUND,
                        "No report of " + file.date() + (version == ANY_VERSION ? "" : ", version " + version + ",")
                                + " is kept; /api/reports lists those that are")
                .refusal();
    }

    private static Reply reply(Call call, ReportFile file, Kept kept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Hub-Position", kept.position());
        headers.put("Hub-Report-Version", Integer.toString(kept.version()));
        headers.put("X-Content-Type-Options", "nosniff");
        if (file.form() == Form.HTML) {
            headers.put("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        }
        if (file.form() == Form.CSV) {
            headers.put("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        }
        return Reply.kept(
                file.mediaType(), kept.body().getBytes(StandardCharsets.UTF_8), headers, call.header("If-None-Match"));
    }

    private static Throwable unavailable(Throwable failure) {
        if (failure instanceof Refusal) {
            return failure;
        }
        log.warn("Reports cannot be read: {}", failure.toString());
        return Problem.of(ProblemType.UNAVAILABLE, "The kept reports cannot be read now")
                .retryAfter(WAIT)
                .refusal();
    }
}
