package hub.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Scenario;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * Waits until everything committed so far is served. It writes one more row, on a day of its own, and asks until that
 * row's department shows it: transactions are applied in commit order and all boards together, so what came before is
 * there too.
 */
public final class Fence {

    private static final String DEPARTMENT = "Fence";

    private static final AtomicLong NUMBER = new AtomicLong();

    private Fence() {}

    /** @param day one that is held, and whose departments do not matter */
    public static void await(Scenario db, Dashboard dashboard, LocalDate day) {
        long number = NUMBER.incrementAndGet();
        db.transaction(() -> {
            db.execute("DELETE FROM activity_logs WHERE department = ?", DEPARTMENT);
            db.activity(Activity.picking(number)
                    .by(999_999)
                    .withDepartment(DEPARTMENT)
                    .from(day + "T18:00:00Z"));
        });
        dashboard.awaitThat(
                () -> dashboard.departments(day),
                reply -> assertThat(itemsOf(reply)).as("fence in %s", reply).isEqualTo(number));
    }

    private static long itemsOf(Reply reply) {
        if (reply.status() == 200) {
            for (JsonNode department : reply.json()) {
                if (DEPARTMENT.equals(department.path("department_name").asString(""))) {
                    return department.path("total_items").asLong();
                }
            }
        }
        return -1;
    }
}
