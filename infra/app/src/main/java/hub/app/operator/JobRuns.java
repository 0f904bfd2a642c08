package hub.app.operator;

import hub.redis.JobBoard;
import hub.redis.JobDates;
import hub.redis.JobWish;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the jobs as the scheduler role tells of them, and asks for runs. */
public final class JobRuns {

    private static final JsonMapper MAPPER = new JsonMapper();
    /** The scheduler looks each second, and tells each five. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

    /** A run that was taken is told of within this. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final String LINE = "%-20s %-7s %-21s %8s  %-21s %s";

    private final JobBoard board;
    private final ProgressLine progress;
    private final InstantSource clock;

    public JobRuns(JobBoard board, ProgressLine progress, InstantSource clock) {
        this.board = board;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * One line per job under a heading.
     *
     * @throws OperationFailed if no scheduler is at work
     */
    public List<String> list() {
        List<String> lines = new ArrayList<>();
        lines.add(LINE.formatted("job", "mode", "next due (UTC)", "behind", "last success (UTC)", "last run"));
        for (JsonNode job : jobs()) {
            lines.add(LINE.formatted(
                            job.path("name").asString(),
                            job.path("mode").asString(),
                            text(job.path("next_due")),
                            job.path("behind_seconds").asLong() + " s",
                            text(job.path("last_success")),
                            lastRun(job))
                    .stripTrailing());
        }
        return lines;
    }

    /**
     * Asks for a run and waits until it has ended.
     *
     * @param key a key under which a run has succeeded makes no second one: what became of the first is told. One under which
     *     a run has failed tries it again.
     * @param by who asks, for the log
     * @throws OperationFailed if there is no such job, it is off, not for that date, the key is another date's, nobody takes
     *     the wish, or the run failed
     */
    public void run(String name, LocalDate date, String key, String by) throws InterruptedException {
        JsonNode job = job(name);
        String mode = job.path("mode").asString();
        if (mode.equals("off")) {
            throw new OperationFailed(
                    name + " is off; set hub.jobs." + name + " to shadow or on and start the scheduler anew");
        }
        requireDate(job, date);
        String runKeys = JobWish.runKeys(mode, key);
        JsonNode before = find(job, runKeys);
        if (before != null && !before.path("date").asString().equals(date.toString())) {
            throw new OperationFailed("the key " + key + " has been used for "
                    + before.path("date").asString() + "; give another --key for " + date);
        }
        if (before != null && outcome(before).equals("succeeded")) {
            toldAgain(name, key, before);
            return;
        }
        int attempts = before == null ? 0 : before.path("attempt").asInt();
        JobWish wish = new JobWish(name, key, date, clock.instant(), by);
        JobWish stands = board.ask(wish).blockOptional(TAKEN_WITHIN).orElse(wish);
        if (!stands.date().equals(date)) {
            throw new OperationFailed(
                    "the key " + key + " is asked for " + stands.date() + "; give another --key for " + date);
        }
        progress.show("asked for " + name + " of " + date + " (key " + key + ")");
        await(name, key, runKeys, attempts, wish.name());
    }

    private static void requireDate(JsonNode job, LocalDate date) {
        JobDates.told(job.path("first_date").asString(""), job.path("last_date").asString(""))
                .filter(allowed -> !allowed.has(date))
                .ifPresent(allowed -> {
                    throw new OperationFailed(job.path("name").asString() + " cannot be run for " + date
                            + "; it takes --date " + allowed.text());
                });
    }

    private void await(String name, String key, String runKeys, int attempts, String wish) throws InterruptedException {
        long giveUp = System.nanoTime() + TAKEN_WITHIN.toNanos();
        long goneAt = 0;
        while (true) {
            JsonNode run = find(job(name), runKeys);
            boolean taken = run != null && run.path("attempt").asInt() > attempts;
            if (run != null && taken && !outcome(run).equals("running")) {
                ended(name, outcome(run), run.path("summary").asString());
                return;
            }
            if (run != null && taken) {
                progress.show(name + " runs on " + run.path("instance").asString());
            } else if (board.wishes().containsKey(wish)) {
                if (System.nanoTime() > giveUp) {
                    throw new OperationFailed("no scheduler has taken it within " + TAKEN_WITHIN.toSeconds()
                            + " s; it stays asked for. See hub jobs");
                }
            } else if (goneAt == 0) {
                goneAt = System.nanoTime();
            } else if (System.nanoTime() - goneAt > TOLD_WITHIN.toNanos()) {
                throw new OperationFailed(
                        "the key " + key + " has been used for a run of " + name
                                + " that is older than those listed; nothing was run again. Give another --key to run it again");
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private void toldAgain(String name, String key, JsonNode run) {
        progress.end("the key " + key + " has been used, and nothing was run again: " + name + " of "
                + run.path("date").asString() + " succeeded at "
                + run.path("ended_at").asString() + ": "
                + run.path("summary").asString() + ". Give another --key to run it again");
    }

    private static String outcome(JsonNode run) {
        return run.path("outcome").asString();
    }

    private void ended(String name, String outcome, String summary) {
        if (!outcome.equals("succeeded")) {
            throw new OperationFailed(name + " " + outcome + ": " + summary);
        }
        progress.end(name + ": " + summary);
    }

    private JsonNode job(String name) {
        Iterable<JsonNode> all = jobs();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(job -> job.path("name").asString().equals(name))
                .findAny()
                .orElseThrow(() -> new OperationFailed("there is no job " + name + "; the jobs are "
                        + String.join(
                                ", ",
                                StreamSupport.stream(all.spliterator(), false)
                                        .map(job -> job.path("name").asString())
                                        .toList())));
    }

    private Iterable<JsonNode> jobs() {
        return Optional.ofNullable(board.report().block(TAKEN_WITHIN))
                .map(report -> MAPPER.readTree(report).path("jobs"))
                .orElseThrow(() -> new OperationFailed("no process with the role scheduler is at work on this Redis."
                        + " Start one (hub serve --roles scheduler), or name its Redis with --redis HOST:PORT"));
    }

    private static @Nullable JsonNode find(JsonNode job, String runKeys) {
        for (JsonNode run : job.path("runs")) {
            if (run.path("key").asString().startsWith(runKeys)) {
                return run; // the newest attempt is first
            }
        }
        return null;
    }

    private static String lastRun(JsonNode job) {
        if (job.path("warning").isString()) {
            return "! " + job.path("warning").asString();
        }
        JsonNode run = job.path("runs").path(0);
        return run.isMissingNode() ? "" : run.path("outcome").asString() + ", " + text(run.path("summary"));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : "-";
    }
}
