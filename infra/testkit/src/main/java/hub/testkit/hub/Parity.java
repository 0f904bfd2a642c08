package hub.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.oracle.Oracle;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares answers that contain everything committed with what the oracle says about it, at the instant that each answer
 * prints. The writers must be quiet; {@link ParityUnderLoad} does without that.
 */
public final class Parity {

    private static final int PEOPLE = 2;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final CaughtUp service;
    private final Oracle oracle;
    private final ScoreMode mode;

    public Parity(CaughtUp service, Oracle oracle, ScoreMode mode) {
        this.service = service;
        this.oracle = oracle;
        this.mode = mode;
    }

    /** Asks for everything that is about today, whatever day that is, or about no day; fails with the differences. */
    public void assertTodayHolds() {
        assertHold(Verdicts.today());
        assertHold(Verdicts.staff());
        assertHold(Verdicts.recognition());
        assertHold(Verdicts.team());
        oracle.people().stream().limit(PEOPLE).forEach(id -> {
            assertHold(Verdicts.person(id));
            assertHoldsOrNotFound(Verdicts.atWork(id));
        });
    }

    /** Asks for the ranges from {@code first} to {@code last}; fails with the differences. */
    public void assertRangeHolds(LocalDate first, LocalDate last) {
        assertHold(Verdicts.range(first, last));
    }

    /** Asks for the views of {@code day}; fails with the differences. */
    public void assertHolds(LocalDate day) {
        assertHold(Verdicts.day(day));
    }

    private void assertHold(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            Reply reply = service.get(verdict.question().pathAndQuery());
            assertHolds(verdict, reply, reply.json());
        }
    }

    /** Asked as an item: what is not found is there only told with a position and an instant. */
    private void assertHoldsOrNotFound(Verdict verdict) {
        Reply reply = service.batch(Question.batch(List.of(verdict.question())));
        JsonNode item = reply.json().path("items").path(0);
        assertThat(item.path("status").asInt()).as("%s", reply).isIn(OK, NOT_FOUND);
        assertHolds(verdict, reply, item.path("body"));
    }

    private void assertHolds(Verdict verdict, Reply reply, JsonNode body) {
        assertThat(verdict.differences(body, reply.evaluatedAt(), oracle, mode))
                .as("differences in %s", reply)
                .isEmpty();
    }
}
