package hub.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.view.ScoreMode;
import hub.testkit.hub.CaughtUp;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.Parity;
import hub.testkit.hub.Reply;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** What everything that is fed has to get through: writes of every kind, and after them the suite's own assertions. */
final class Course {

    static final Instant NOW = Instant.parse("2026-03-09T18:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-09");
    private static final List<LocalDate> DAYS =
            TODAY.minusDays(2).datesUntil(TODAY.plusDays(2)).toList();
    private static final int TRANSFERS = 60;
    /** Of whom random writes know nothing: both stay on the board. */
    private static final long GIVER = 901;

    private static final long TAKER = 902;
    private static final int WRITES = 100;
    private static final long SEED = 20260309;

    private final Scenario db;
    private final Dashboard dashboard;
    private final CaughtUp service;
    private final Parity parity;
    private final RandomWrites writes;

    Course(Scenario db, Dashboard dashboard) {
        this.db = db;
        this.dashboard = dashboard;
        this.service = new CaughtUp(db, dashboard);
        this.parity = new Parity(service, new Oracle(db.connection()), ScoreMode.LIVE);
        this.writes = new RandomWrites(db, SEED, DAYS);
    }

    /** The rows that the snapshot finds. */
    void begin() {
        db.ownTables();
        for (String table :
                List.of("activity_logs", "clock_times", "daily_scores", "employees", "role_configs", "hub_day_rates")) {
            db.execute("TRUNCATE TABLE " + table);
        }
        writes.begin();
    }

    void run(DefectiveIngest ingest) {
        parity();
        oneOfEach();
        parity();
        transfers();
        writes.run(WRITES);
        parity();
        memory();
        staleWriter(ingest);
        db.execute("TRUNCATE TABLE clock_times");
        db.execute("DELETE FROM activity_logs WHERE employee_id = 3");
        parity();
        empty(ingest);
    }

    private void parity() {
        Law.PARITY.holds(() -> DAYS.forEach(parity::assertHolds));
    }

    /** An answer that contains everything. */
    private Reply caughtUp() {
        AtomicReference<Reply> reply = new AtomicReference<>();
        Law.ANSWER.holds(() -> reply.set(service.leaderboard(TODAY)));
        return reply.get();
    }

    private void oneOfEach() {
        long moved = db.activity(today(Activity.qcPassed(40).by(3)));
        db.activity(Activity.picking(9).by(4).between(Instant.parse("2026-03-09T05:00:00Z"), null));
        db.activity(Activity.picking(8).by(4).between(Instant.parse("2026-03-09T04:59:59Z"), null));
        db.activity(today(Activity.qcPassed(1).by(5).withItems(null)));
        db.activity(today(Activity.qcPassed(1).by(5).withItems(-4L)));
        db.activity(today(Activity.qcPassed(30).by(5).withSource("manual")));
        long shift = db.shift(6, "2026-03-09T14:00:00Z", null);
        parity();
        db.execute("UPDATE activity_logs SET employee_id = 4, items_count = 41 WHERE id = ?", moved);
        db.execute("UPDATE activity_logs SET id = 900000 WHERE id = ?", moved);
        db.execute("UPDATE employees SET name = 'Renamed' WHERE id = 5");
        db.execute("UPDATE employees SET is_active = 0 WHERE id = 6");
        db.execute("UPDATE employees SET is_active = 1 WHERE id = 6");
        db.execute("DELETE FROM clock_times WHERE id = ?", shift);
        db.rolledBack(() -> db.activity(Activity.qcPassed(999).by(3)));
    }

    /** Readers never see half a transaction. */
    private void transfers() {
        db.employee(GIVER, "Giver");
        db.employee(TAKER, "Taker");
        long one = db.activity(today(Activity.picking(10_000).by(GIVER)));
        long other = db.activity(today(Activity.picking(10_000).by(TAKER)));
        long total = total(caughtUp());
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> transfer(one, other));
        try {
            do {
                Reply seen = dashboard.leaderboard(TODAY);
                Law.TRANSFER.holds(() -> assertThat(total(seen))
                        .as("the items of all, while some move from one to another")
                        .isEqualTo(total));
            } while (!writing.isDone());
        } finally {
            writing.join();
        }
    }

    private void transfer(long one, long other) {
        try (Scenario writer = new Scenario(db.database())) {
            for (int i = 0; i < TRANSFERS; i++) {
                writer.transaction(() -> {
                    add(writer, one, -7);
                    for (int noise = 0; noise < 20; noise++) {
                        add(writer, one, 0);
                    }
                    add(writer, other, 7);
                });
            }
        }
    }

    private static void add(Scenario writer, long activity, int amount) {
        writer.execute(
                "UPDATE activity_logs SET items_count = items_count + ?, report_id = UUID() WHERE id = ?",
                amount,
                activity);
    }

    /** Readers that miss an announcement recover from it by asking the store each time: only where answers come from tells. */
    private void memory() {
        db.activity(today(Activity.qcPassed(1).by(2)));
        caughtUp();
        Law.MEMORY.holds(() -> dashboard.awaitThat(
                () -> dashboard.leaderboard(TODAY),
                reply -> assertThat(reply.header("Hub-Source"))
                        .as("who answers once everything is known")
                        .contains("memory")));
        parity();
    }

    private void staleWriter(DefectiveIngest ingest) {
        db.activity(today(Activity.qcPassed(2).by(1)));
        caughtUp();
        Commit slept = ingest.last();
        db.activity(today(Activity.qcPassed(3).by(1)));
        caughtUp();
        CommitOutcome outcome = ingest.staleWriterWakes(slept);
        Law.FENCE.holds(() ->
                assertThat(outcome).as("what a writer that slept is told").isInstanceOf(CommitOutcome.Refused.class));
        parity();
    }

    /** What is deleted leaves nothing behind, not even an empty cell. */
    private void empty(DefectiveIngest ingest) {
        db.clear();
        caughtUp();
        Law.RESIDUE.holds(() -> assertThat(ingest.fields())
                .as("fields of boards whose rows are all deleted")
                .isZero());
    }

    private static Activity today(Activity activity) {
        return activity.between(Instant.parse("2026-03-09T15:00:00Z"), null);
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
