package hub.testkit.hub;

import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Gtids;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Asks until the position that an answer prints contains everything that was committed before the question. Such an
 * answer has no excuse: it must be what SQL says.
 */
public final class CaughtUp {

    private final Scenario db;
    private final Dashboard dashboard;

    /** @param db its connection is used to ask for positions */
    public CaughtUp(Scenario db, Dashboard dashboard) {
        this.db = db;
        this.dashboard = dashboard;
    }

    public Reply leaderboard(LocalDate day) {
        return ask(() -> dashboard.leaderboard(day));
    }

    public Reply departments(LocalDate day) {
        return ask(() -> dashboard.departments(day));
    }

    public Reply heatmap(LocalDate day) {
        return ask(() -> dashboard.heatmap(day));
    }

    public Reply get(String pathAndQuery) {
        return ask(() -> dashboard.get(pathAndQuery));
    }

    public Reply batch(String body) {
        return ask(() -> dashboard.postJson("/api/dashboard/batch", body));
    }

    /** None came in time: which may be the fault of the service, or of a machine with much else to do. */
    public static final class NoAnswer extends AssertionError {

        private static final long serialVersionUID = 1L;

        private NoAnswer(String message) {
            super(message);
        }
    }

    /** @throws NoAnswer if none contains it in time */
    public Reply ask(Supplier<Reply> question) {
        Gtids committed = Gtids.committed(db.database().server(), db.connection());
        return dashboard.awaitThat(question, reply -> {
            boolean contained = reply.status() == 200
                    && reply.header("Hub-Position")
                            .map(printed -> committed.isIn(printed, db.connection()))
                            .orElse(false);
            if (!contained) {
                throw new NoAnswer("no answer yet that contains " + committed.position() + "; the last was " + reply);
            }
        });
    }
}
