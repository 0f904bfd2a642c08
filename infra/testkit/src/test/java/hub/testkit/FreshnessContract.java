package hub.testkit;

import static hub.testkit.hub.Fields.onlyRow;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What is committed is soon to be seen. The product's goal is 200 ms; the deadline here is generous, for machines that do
 * other things too. The times are printed.
 */
abstract class FreshnessContract extends HubContract {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    FreshnessContract() {
        super("freshness", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Test
    void anInsertAMoveAndADeleteAreSoonSeen() {
        db.roles();
        db.employees(1, 2);
        service.leaderboard(TODAY);
        for (int round = 0; round < 5; round++) {
            long activity = db.activity(Activity.qcPassed(70).by(1));
            seen("insert", reply -> onlyRow(reply).has("id", 1).has("items_today", 70));

            db.execute("UPDATE activity_logs SET employee_id = 2 WHERE id = ?", activity);
            seen("move", reply -> onlyRow(reply).has("id", 2).has("items_today", 70));

            db.execute("DELETE FROM activity_logs WHERE id = ?", activity);
            seen("delete", reply -> assertThat(reply.json()).isEmpty());
        }
    }

    private void seen(String what, Consumer<Reply> assertion) {
        long committed = System.nanoTime();
        dashboard.awaitThat(DEADLINE, () -> dashboard.leaderboard(TODAY), assertion);
        System.out.printf("%s seen after %d ms%n", what, (System.nanoTime() - committed) / 1_000_000);
    }
}
