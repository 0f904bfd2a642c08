package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Load;
import hub.testkit.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No reader ever sees half a transaction: what moves from one person to another is always somewhere, once. */
abstract class WholeTransactionsContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final int EACH = 10_000;
    private static final int ROWS = 10_000;
    private static final int READERS = 3;
    private static final int MOVES = 6;
    private static final Duration WATCHED = Duration.ofSeconds(3);

    WholeTransactionsContract() {
        super("transfers", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Test
    void theTotalIsConstantInEveryAnswer() {
        db.clear();
        db.roles();
        db.employees(1, 2);
        long one = db.activity(Activity.picking(EACH).by(1));
        long other = db.activity(Activity.picking(EACH).by(2));
        service.leaderboard(TODAY);

        Set<String> versions = new HashSet<>();
        try (Load ignored = new Load(wanted -> transfer(one, other, wanted))) {
            long end = System.nanoTime() + WATCHED.toNanos();
            while (System.nanoTime() < end) {
                Reply reply = dashboard.leaderboard(TODAY);
                assertThat(total(reply)).as("items of both in %s", reply).isEqualTo(2 * EACH);
                versions.add(reply.body());
            }
        }
        assertThat(versions).as("different answers seen").hasSizeGreaterThan(10);
    }

    /** The largest transaction that is still shown whole, watched by several readers: nobody ever has a part of the rows. */
    @Test
    void tenThousandRowsMoveAtOnce() {
        db.clear();
        db.roles();
        db.employees(1, 2);
        db.activity(Activity.picking(1).by(1));
        while (db.number("SELECT COUNT(*) FROM activity_logs") < ROWS) {
            db.execute(
                    "INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start, window_end,"
                            + " department, source) SELECT employee_id, role_id, activity_type, items_count, window_start,"
                            + " window_end, department, source FROM activity_logs LIMIT ?",
                    ROWS - db.number("SELECT COUNT(*) FROM activity_logs"));
        }
        service.leaderboard(TODAY);
        Queue<Seen> seen = new ConcurrentLinkedQueue<>();
        try (Load ignored = new Load(READERS, wanted -> seen.add(look(wanted)))) {
            for (int move = 0; move < MOVES; move++) {
                db.execute("UPDATE activity_logs SET employee_id = 3 - employee_id");
                service.leaderboard(TODAY);
            }
        }
        assertThat(seen).hasSize(READERS);
        for (Seen one : seen) {
            assertThat(one.items()).as("what one reader saw of a person").containsExactly((long) ROWS);
            assertThat(one.totals()).as("what it saw of all").containsExactly((long) ROWS);
            assertThat(one.people()).as("who had them").isEqualTo(2);
            assertThat(one.answers()).as("how often it looked").isGreaterThan(MOVES);
        }
    }

    /** What one reader saw: of each person who had any, of all together, and how many people had them in turn. */
    private record Seen(Set<Long> items, Set<Long> totals, int people, int answers) {}

    private Seen look(BooleanSupplier wanted) {
        Set<Long> items = new HashSet<>();
        Set<Long> totals = new HashSet<>();
        Set<String> people = new HashSet<>();
        int answers = 0;
        while (wanted.getAsBoolean()) {
            Reply reply = dashboard.leaderboard(TODAY);
            totals.add(total(reply));
            reply.json().forEach(row -> {
                items.add(row.path("items_today").asLong());
                people.add(row.path("name").asString());
            });
            answers++;
        }
        return new Seen(items, totals, people.size(), answers);
    }

    private void transfer(long from, long to, BooleanSupplier wanted) {
        Random amounts = new Random(1);
        try (Scenario writer = new Scenario(database)) {
            while (wanted.getAsBoolean()) {
                int amount = amounts.nextInt(21) - 10;
                writer.transaction(() -> {
                    add(writer, from, -amount);
                    add(writer, to, amount);
                });
            }
        }
    }

    private static void add(Scenario writer, long activity, int amount) {
        writer.execute("UPDATE activity_logs SET items_count = items_count + ? WHERE id = ?", amount, activity);
    }

    private static long total(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        long total = 0;
        for (JsonNode row : reply.json()) {
            total += row.path("items_today").asLong();
        }
        return total;
    }
}
