package hub.query.ops;

import hub.projections.time.CentralDay;
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
import hub.query.http.Schema;
import hub.query.security.Scope;
import hub.redis.JobWish;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * How the jobs are, and asking for a run. A run is asked for under an idempotency key: however often, it is made once for its day. The
 * scheduler takes it within seconds; the list of jobs shows what became of it. Asking is written to the log
 * {@code hub.audit}.
 */
public final class JobRoutes implements RouteSource {

    private static final Logger AUDIT = LoggerFactory.getLogger("hub.audit");

    private static final Pattern NAMES = Pattern.compile("[a-z-]{1,40}");

    private static final Parameter<String> NAME = new Parameter<>(
            "name",
            Parameter.In.PATH,
            "The name of the job",
            "finalize-daily",
            Schema.text(40),
            "a name of lower-case words and dashes",
            text -> NAMES.matcher(text).matches() ? text : null,
            null);
    private static final Parameter<LocalDate> DATE = Parameter.day("date", "The Central day that the run is about")
            .or("today", now -> CentralDay.of(now).date());

    private static final Parameter<String> KEY = new Parameter<>(
            "idempotency_key",
            Parameter.In.QUERY,
            "Of the caller's making: the same key again makes no second run",
            "jan-14",
            Schema.text(64),
            JobWish.KEYS,
            text -> JobWish.isKey(text) ? text : null,
            null);

    /** @param runKey names the run in the list of jobs */
    record Accepted(String job, LocalDate date, String idempotencyKey, String runKey) {}

    private final JobReports reports;
    private final Clock clock;

    public JobRoutes(JobReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "jobs",
                        "/api/ops/jobs",
                        Scope.OPS,
                        "When each job is due, and what became of its last runs",
                        call -> report().map(report -> Reply.json(report.json().getBytes(StandardCharsets.UTF_8)))),
                new Route(
                        "job-run",
                        Method.POST,
                        new PathTemplate("/api/ops/jobs/{name}/runs"),
                        Scope.OPS,
                        "Asks for a run of a job, once per idempotency_key",
                        List.of(NAME, DATE, KEY),
                        this::ask));
    }

    private Mono<JobReports.Report> report() {
        return reports.report()
                .switchIfEmpty(Mono.error(
                        () -> Problem.of(ProblemType.UNAVAILABLE, "No process with the role scheduler is at work")
                                .retryAfter(10)
                                .refusal()));
    }

    private Mono<Reply> ask(Call call) {
        String name = call.arguments().get(NAME);
        LocalDate date = call.arguments().get(DATE);
        String key = call.arguments().get(KEY);
        return report().flatMap(report -> {
            String mode = report.mode(name)
                    .orElseThrow(() -> Problem.of(
                                    ProblemType.NOT_FOUND,
                                    "There is no such job; the jobs are " + String.join(", ", report.names()))
                            .refusal());
            if (mode.equals("off")) {
                throw Problem.of(
                                ProblemType.JOB_OFF,
                                "The job is off; hub.jobs." + name + " must be shadow or on for it to run")
                        .with("job", name)
                        .refusal();
            }
            report.otherDates(name, date).ifPresent(allowed -> {
                throw otherDate(name, date, allowed);
            });
            report.dateOfRun(name, JobWish.runKeys(mode, key)).ifPresent(used -> requireSame(used, date, key));
            AUDIT.info("key {} asked for a run of {} for {} as {}", call.key().id(), name, date, key);
            JobWish wish =
                    new JobWish(name, key, date, clock.instant(), call.key().id());
            return reports.ask(wish).map(stands -> {
                requireSame(stands.date(), date, key);
                return Reply.json(Json.bytes(new Accepted(name, date, key, wish.runKey(mode))));
            });
        });
    }

    private static Refusal otherDate(String name, LocalDate date, String allowed) {
        return Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        "Parameter \"date\" is \"" + date + "\"; allowed for " + name + ": " + allowed)
                .with("parameter", DATE.name())
                .with("value", date.toString())
                .with("allowed", allowed)
                .refusal();
    }

    private static void requireSame(LocalDate used, LocalDate date, String key) {
        if (!used.equals(date)) {
            throw Problem.of(
                            ProblemType.KEY_USED,
                            "The key " + key + " has been used for " + used + "; another date needs another key")
                    .with("day", used.toString())
                    .refusal();
        }
    }
}
