package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.hub.StreamReader;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.servers.Gtids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stream shows in the end is what the server answers, whatever happened on the way. */
abstract class StreamContract extends HubContract {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocalDate DAY = LocalDate.parse("2026-01-14");
    private static final Map<String, String> PATHS = Map.of(
            "leaderboard", "/api/dashboard/leaderboard?date=" + DAY,
            "departments", "/api/dashboard/departments/stats?date=" + DAY,
            "heatmap", "/api/dashboard/analytics/hourly-heatmap?date=" + DAY);
    private static final String ALL = "views=leaderboard,departments,heatmap&rate=10&date=" + DAY;

    /** Of today, whatever day that is. */
    private static final Map<String, String> TODAY = Map.of(
            "team-metrics", "/api/dashboard/analytics/team-metrics",
            "leaderboard-live", "/api/dashboard/leaderboard/live",
            "alerts", "/api/dashboard/alerts/active");

    private static final Instant NOON = Instant.parse("2026-01-15T18:00:00Z");

    private final int crowd;

    /** @param crowd how many readers are many */
    StreamContract(int crowd) {
        super("stream", ScoreMode.LIVE, NOON);
        this.crowd = crowd;
    }

    @BeforeEach
    void emptyTables() {
        clock.set(NOON);
        db.clear();
    }

    @Test
    void writesAreSeenThroughARebuildAndAResume() {
        db.roles();
        db.employees(1, 2);
        service.leaderboard(DAY);
        try (StreamReader reader = dashboard.stream(ALL).connect()) {
            picked(1, 10);
            awaitTheServersState(List.of(reader), "a write");
            String before = generation();
            servers().store().askForRebuild();
            await("the new generation is live", () -> !generation().equals(before), () -> "still " + before);
            picked(2, 20);
            awaitTheServersState(List.of(reader), "a write after the swap");
            assertThat(reader.isOver()).as("the stream has survived the swap").isFalse();
            assertThat(reader.lastEventId()).startsWith(generation() + ".");
            // The new generation may be swapped in a moment behind the old one; then the reader is told so, once.
            int resyncs = reader.resyncs();
            assertThat(resyncs).as("resyncs at the swap").isLessThanOrEqualTo(1);

            reader.disconnect();
            picked(1, 30);
            service.leaderboard(DAY);
            reader.connect();
            awaitTheServersState(List.of(reader), "a write while nobody listened");
            assertThat(reader.resyncs()).as("resyncs when it came back").isEqualTo(resyncs);
        }
    }

    @Test
    void manyReadersThatComeAndGoEndWithTheServersState() {
        long seed = Seeds.next("many readers that come and go end with the server's state");
        RandomWrites writes = new RandomWrites(db, seed, List.of(DAY));
        Random random = new Random(seed);
        writes.begin();
        service.leaderboard(DAY);
        List<StreamReader> readers = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            readers.add(dashboard.stream(ALL).connect());
        }
        for (int round = 0; round < 40; round++) {
            writes.run(5);
            for (int i = 0; i < crowd / 25; i++) {
                StreamReader one = readers.get(random.nextInt(crowd));
                if (random.nextBoolean()) {
                    one.disconnect();
                } else {
                    one.connect();
                }
            }
            if (round % 15 == 7) {
                servers().store().cutListeners();
            }
        }
        readers.forEach(StreamReader::reconnectIfOver);
        awaitTheServersState(readers, crowd + " readers after 200 writes, 40 rounds of cuts and 3 lost subscriptions");
        assertThat(readers.stream().mapToInt(StreamReader::refused).sum())
                .as("answers other than a stream")
                .isZero();
        assertThat(readers.stream().mapToInt(StreamReader::resyncs).sum())
                .as("resyncs: nothing that was seen has been lost")
                .isZero();
        readers.forEach(StreamReader::close);
    }

    @Test
    void whatIsOfTodayFollowsTheClockAlone() {
        db.roles();
        db.employees(1, 2);
        db.shift(1, "2026-01-15T15:00:00Z", null);
        db.activity(Activity.qcPassed(10).by(1).from("2026-01-15T17:50:00Z"));
        service.leaderboard(DAY.plusDays(1));
        List<StreamReader> readers = new ArrayList<>();
        for (int i = 0; i < crowd / 10; i++) {
            readers.add(dashboard.stream("rate=10&views=" + String.join(",", TODAY.keySet()))
                    .connect());
        }
        awaitToday(readers, "\"total_hours_worked\":3.0");
        clock.set(NOON.plus(Duration.ofMinutes(6)));
        awaitToday(readers, "\"total_hours_worked\":3.1");
        clock.set(Instant.parse("2026-01-16T05:59:59Z"));
        awaitToday(readers, "\"total_employees\":0");
        readers.forEach(StreamReader::close);
    }

    /** Every reader shows what a request is answered with now, and of the team that. */
    private void awaitToday(List<StreamReader> readers, String team) {
        for (StreamReader reader : readers) {
            TODAY.forEach((view, path) -> await(
                    view + " when the team has " + team,
                    () -> reader.body("team-metrics").contains(team)
                            && reader.body(view).equals(dashboard.get(path).body()),
                    () -> "over: " + reader.isOver() + ", " + reader.lastEnd() + "\nshown:  " + reader.body(view)
                            + "\nserver: " + dashboard.get(path).body()));
        }
    }

    private void picked(long employee, int items) {
        db.activity(Activity.picking(items)
                .by(employee)
                .between(Instant.parse("2026-01-14T15:00:00Z"), Instant.parse("2026-01-14T15:10:00Z")));
    }

    private String generation() {
        return dashboard.leaderboard(DAY).header("Hub-Generation").orElse("none");
    }

    /** Every reader shows what a request is answered with, at a position that contains all that was committed. */
    private void awaitTheServersState(List<StreamReader> readers, String after) {
        Gtids committed = Gtids.committed(database.server(), db.connection());
        PATHS.forEach((view, path) -> {
            Reply answer = service.ask(() -> dashboard.get(path));
            for (StreamReader reader : readers) {
                reader.reconnectIfOver();
                await(
                        view + " after " + after,
                        () -> reader.body(view).equals(answer.body())
                                && committed.isIn(reader.position(), db.connection()),
                        () -> "last end: " + reader.lastEnd() + ", position " + reader.position() + ", over: "
                                + reader.isOver() + "\nshown:  " + reader.body(view) + "\nserver: " + answer.body());
            }
        });
    }

    private static void await(String what, BooleanSupplier holds, Supplier<String> instead) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> what + ", but: " + instead.get())
                    .isLessThan(deadline);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
