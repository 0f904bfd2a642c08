package hub.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Moments;
import hub.testkit.scenario.Moments.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares answers with what the oracle says at exactly the position and the instant that they print, while writers go on:
 * many views in one batch, so at one position, and each by its own route; SQL in a read that was opened right after that
 * position's transaction.
 */
public final class ParityUnderLoad {

    private static final int MOST_ITEMS = 20;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    /** For so long the service gives bytes that it is about to replace, and a little. */
    private static final Duration GRACE = Duration.ofMillis(11);

    private final Dashboard dashboard;
    private final Moments moments;
    private final Clock clock;
    private final ScoreMode mode;

    /** @param clock the one of the service */
    public ParityUnderLoad(Dashboard dashboard, Moments moments, Clock clock, ScoreMode mode) {
        this.dashboard = dashboard;
        this.moments = moments;
        this.clock = clock;
        this.mode = mode;
    }

    /**
     * A comparison that found no difference.
     *
     * @param views that were compared
     * @param evaluatedAt the instant that the answer prints
     * @param committed transactions of the writers between the question and the last statement
     * @param confirmed whether it was a 304 that said of bytes kept that they still stand
     */
    public record Compared(Set<String> views, Instant evaluatedAt, long committed, boolean confirmed) {}

    /** Something that can be asked again and again. */
    public interface Comparison {

        /**
         * Asks once; empty if nobody looked at the database at the position of the answer, or if it prints none because it came
         * from MySQL (which a clock that was just set ahead can cause). Fails with the differences.
         */
        Optional<Compared> compare();
    }

    /** Everything that is judged of those days, today and those employees, in as few questions as there may be. */
    public List<Batch> batches(List<LocalDate> days, List<Long> people) {
        List<Verdict> all = Verdicts.all(days, people);
        int batches = Math.ceilDiv(all.size(), MOST_ITEMS);
        List<List<Verdict>> parts = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            parts.add(all.subList(i * all.size() / batches, (i + 1) * all.size() / batches));
        }
        return parts.stream().map(Batch::new).toList();
    }

    /** Each of {@code views} of those days and today by its own route, as a dashboard polls it. */
    public List<Poll> polls(List<LocalDate> days, Set<String> views) {
        return Verdicts.all(days, List.of()).stream()
                .filter(verdict -> views.contains(verdict.question().view()))
                .map(Poll::new)
                .toList();
    }

    /** One question. */
    public final class Batch implements Comparison {

        private final List<Verdict> verdicts;
        private final String body;

        private Batch(List<Verdict> verdicts) {
            this.verdicts = verdicts;
            this.body = Question.batch(verdicts.stream().map(Verdict::question).toList());
        }

        @Override
        public Optional<Compared> compare() {
            long before = moments.committed();
            Reply reply = dashboard.postJson("/api/dashboard/batch", body);
            assertThat(reply.status()).as("%s", reply).isEqualTo(OK);
            return reply.header("Hub-Position").flatMap(moments::take).map(moment -> {
                try (moment) {
                    assertThat(differences(reply, new Oracle(moment.connection())))
                            .as("differences at %s in %s", moment.position(), reply)
                            .isEmpty();
                }
                return new Compared(
                        verdicts.stream()
                                .map(verdict -> verdict.question().view())
                                .collect(Collectors.toUnmodifiableSet()),
                        reply.evaluatedAt(),
                        moments.committed() - before,
                        false);
            });
        }

        private List<String> differences(Reply reply, Oracle oracle) {
            JsonNode items = reply.json().path("items");
            assertThat(items.size()).as("items of %s", reply).isEqualTo(verdicts.size());
            List<String> found = new ArrayList<>();
            for (int i = 0; i < verdicts.size(); i++) {
                found.addAll(verdicts.get(i).differences(bodyOf(items.get(i)), reply.evaluatedAt(), oracle, mode));
            }
            return found;
        }

        private static JsonNode bodyOf(JsonNode item) {
            int status = item.path("status").asInt();
            assertThat(status).as("%s", item).isIn(OK, NOT_FOUND);
            return status == OK ? item.path("body") : MissingNode.getInstance();
        }
    }

    /**
     * One view, asked by its own route. What was compared is kept and asked for by its entity tag: if that is confirmed, the
     * bytes kept are what SQL has to say at the position of the confirmation. Bytes may have been made before they were asked
     * for: SQL is then asked about the instant of the question. Not for several threads.
     */
    public final class Poll implements Comparison {

        private final Verdict verdict;
        private final String path;
        private @Nullable Reply kept;

        private Poll(Verdict verdict) {
            this.verdict = verdict;
            this.path = verdict.question().pathAndQuery();
        }

        /** Asks without comparing, so that the service has the bytes ready. */
        public void warm() {
            Reply reply = dashboard.get(path);
            assertThat(reply.status()).as("%s", reply).isEqualTo(OK);
        }

        @Override
        public Optional<Compared> compare() {
            long before = moments.committed();
            Instant asked = clock.instant().minus(GRACE);
            Reply known = kept;
            Reply reply = known == null
                    ? dashboard.get(path)
                    : dashboard.get(path, "If-None-Match", known.header("ETag").orElseThrow());
            boolean confirmed = reply.status() == NOT_MODIFIED;
            Reply bytes = known != null && confirmed ? known : reply;
            assertThat(bytes.status()).as("%s", bytes).isEqualTo(OK);
            Optional<Moment> found = reply.header("Hub-Position").flatMap(moments::take);
            kept = found.isPresent() ? bytes : null;
            return found.map(moment -> {
                try (moment) {
                    Instant evaluated = reply.evaluatedAt();
                    Instant stands = asked.isAfter(evaluated) ? asked : evaluated;
                    assertThat(verdict.differences(bytes.json(), stands, new Oracle(moment.connection()), mode))
                            .as("differences at %s in %s, of %s", moment.position(), reply, bytes)
                            .isEmpty();
                }
                return new Compared(
                        Set.of(verdict.question().view()),
                        reply.evaluatedAt(),
                        moments.committed() - before,
                        confirmed);
            });
        }
    }
}
