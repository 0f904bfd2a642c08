package hub.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares answers with what the oracle says at exactly the position and the instant that they print, while writers go on:
 * many views in one batch, so at one position, and SQL in a read that was opened right after that position's transaction.
 */
public final class ParityUnderLoad {

    private static final int MOST_ITEMS = 20;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Dashboard dashboard;
    private final Moments moments;
    private final ScoreMode mode;

    public ParityUnderLoad(Dashboard dashboard, Moments moments, ScoreMode mode) {
        this.dashboard = dashboard;
        this.moments = moments;
        this.mode = mode;
    }

    /**
     * A comparison that found no difference.
     *
     * @param views that were compared
     * @param evaluatedAt the instant of the answer and of the SQL
     * @param committed transactions of the writers between the question and the last statement
     */
    public record Compared(Set<String> views, Instant evaluatedAt, long committed) {}

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

    /** One question. */
    public final class Batch {

        private final List<Verdict> verdicts;
        private final String body;

        private Batch(List<Verdict> verdicts) {
            this.verdicts = verdicts;
            this.body = Question.batch(verdicts.stream().map(Verdict::question).toList());
        }

        /**
         * Asks once; empty if nobody looked at the database at the position of the answer, or if it prints none because it came
         * from MySQL (which a clock that was just set ahead can cause). Fails with the differences.
         */
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
                        moments.committed() - before);
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
}
