package hub.projections.bottleneck;

import static hub.projections.Given.activity;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.bottleneck.Flow.Prediction;
import hub.projections.bottleneck.Flow.Recommendation;
import hub.projections.bottleneck.Flow.StationState;
import hub.projections.bottleneck.Flow.Worker;
import hub.projections.change.Row;
import hub.projections.view.Everything;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowViewTest {

    private static final String NOW = "2026-01-15T20:00:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void t19Bottleneck() {
        t19();

        Flow flow = at(NOW);

        assertThat(flow.stations()).extracting(StationState::outputRate).containsExactly(200L, 120L, 0L, 0L, 0L);
        assertThat(flow.stations()).extracting(StationState::inputRate).containsExactly(0L, 200L, 120L, 0L, 0L);
        assertThat(flow.stations()).extracting(StationState::queueGrowth).containsExactly(0L, 80L, 120L, 0L, 0L);
        assertThat(flow.stations()).extracting(StationState::estimatedQueue).containsExactly(0L, 40L, 60L, 0L, 0L);
        assertThat(flow.stations()).extracting(StationState::workers).containsExactly(2, 1, 0, 0, 0);
        assertThat(flow.stations())
                .extracting(StationState::status)
                .containsExactly("flowing", "bottleneck", "idle", "idle", "idle");
        assertThat(flow.stations())
                .extracting(StationState::statusLevel)
                .containsExactly("good", "critical", "idle", "idle", "idle");
        assertThat(flow.primaryBottleneck())
                .isEqualTo(new Flow.Bottleneck("Labeling", "critical", 80, 1, "bottleneck"));
        assertThat(flow.bottlenecks()).hasSize(1);
        assertThat(flow.predictions()).isEmpty();
        assertThat(flow.summary()).isEqualTo(new Flow.Summary(3, 320, 1));
        assertThat(flow.timestamp()).isEqualTo("2026-01-15T14:00:00-06:00");
    }

    @Test
    void t19BeforeTenOClockEmptyStationsHaveNotStarted() {
        world.put(
                picking(1, 1, 50, "2026-01-15T14:40:00Z"),
                picking(2, 2, 50, "2026-01-15T14:40:00Z"),
                labeling(3, 3, 60, "2026-01-15T14:40:00Z"));

        assertThat(at("2026-01-15T15:00:00Z").stations())
                .extracting(StationState::status)
                .containsExactly("flowing", "bottleneck", "not_started", "not_started", "not_started");
        assertThat(until("2026-01-15T15:59:59.5Z")).isEqualTo(Instant.parse("2026-01-15T16:00:00Z"));
    }

    @Test
    void theWindowSlidesWithTheClockAndTheAnswerSaysWhen() {
        world.put(labeling(1, 1, 10, "2026-01-15T19:29:30Z"));

        assertThat(at("2026-01-15T19:59:30Z").stations().get(1).workers()).isEqualTo(1);
        assertThat(until("2026-01-15T19:59:30Z")).isEqualTo(Instant.parse("2026-01-15T19:59:30.000000001Z"));
        assertThat(at("2026-01-15T19:59:31Z").stations().get(1).workers()).isZero();
        // the window ended at 19:39:30, so its whole minutes grow at half past
        assertThat(until("2026-01-15T19:59:31Z")).isEqualTo(Instant.parse("2026-01-15T20:00:30Z"));
    }

    @Test
    void whatHappenedToAnEmptyStation() {
        world.put(activity(1, 1, 4, "Labeling", 10, "2026-01-15T19:29:00Z", 120, "Labeling", "podfactory"));
        assertThat(status(1, NOW)).as("its last window ended 29 minutes ago").isEqualTo("recently_stopped/warning");
        assertThat(status(1, "2026-01-15T20:02:00Z")).isEqualTo("idle/idle");

        world.put(labeling(2, 1, 100, "2026-01-15T15:00:00Z"));
        assertThat(status(1, "2026-01-15T20:32:00Z"))
                .as("110 items, but nobody works on")
                .isEqualTo("idle/idle");
        world.put(filmMatching(3, 2, 30, "2026-01-15T20:20:00Z"));
        assertThat(status(1, "2026-01-15T20:31:59Z")).as("60 whole minutes").isEqualTo("idle/idle");
        assertThat(status(1, "2026-01-15T20:32:00Z")).isEqualTo("complete/complete");
        world.put(labeling(2, 1, 90, "2026-01-15T15:00:00Z"));
        assertThat(status(1, "2026-01-15T20:32:00Z"))
                .as("100 items are not over 100")
                .isEqualTo("idle/idle");
    }

    @Test
    void pickingThatDidItsDayIsComplete() {
        world.put(picking(1, 1, 500, "2026-01-15T15:00:00Z"));
        assertThat(status(0, NOW)).isEqualTo("idle/idle");
        world.put(picking(1, 1, 501, "2026-01-15T15:00:00Z"));
        assertThat(status(0, NOW)).isEqualTo("complete/complete");
    }

    @Test
    void whatHappensAtAMannedStation() {
        world.put(labeling(1, 1, 0, "2026-01-15T19:45:00Z"));
        assertThat(status(1, NOW)).isEqualTo("warming_up/normal");
        assertThat(status(1, "2026-01-15T20:05:00Z"))
                .as("nothing in ten minutes")
                .isEqualTo("critical/critical");

        world.put(labeling(1, 1, 1, "2026-01-15T19:45:00Z"))
                .put(labeling(2, 2, 1, "2026-01-15T19:45:00Z"), labeling(3, 3, 2, "2026-01-15T19:45:00Z"));
        assertThat(status(1, NOW)).as("three people, eight an hour").isEqualTo("inefficient/warning");
        world.put(picking(4, 4, 15, "2026-01-15T19:45:00Z"));
        assertThat(status(1, NOW)).as("grows by 22").isEqualTo("slow/warning");
        world.put(picking(4, 4, 29, "2026-01-15T19:45:00Z"));
        assertThat(status(1, NOW)).as("grows by 50").isEqualTo("slow/warning");
        world.put(picking(4, 4, 30, "2026-01-15T19:45:00Z"));
        assertThat(status(1, NOW)).as("grows by 52").isEqualTo("bottleneck/critical");
    }

    @Test
    void otherSourcesDoNotFlow() {
        world.put(activity(1, 1, 4, "Labeling", 10, "2026-01-15T19:45:00Z", 600, "Labeling", "manual"));

        assertThat(at(NOW).stations().get(1).todayTotal()).isZero();
        assertThat(at(NOW).stations().get(1).lastActivity()).isNull();
    }

    @Test
    void theDayIsTheCentralDay() {
        // 19:50 in Chicago is tomorrow in UTC
        world.put(labeling(1, 1, 10, "2026-01-16T01:50:00Z"), labeling(2, 1, 5, "2026-01-15T15:00:00Z"));

        StationState labeling = at("2026-01-16T02:10:00Z").stations().get(1);

        assertThat(labeling.todayTotal()).isEqualTo(15);
        assertThat(labeling.lastActivity()).isEqualTo("2026-01-15T20:00:00-06:00");
        assertThat(labeling.minutesSinceLast()).isEqualTo(10);
    }

    @Test
    void justAfterMidnightTheLastHalfHourStillCounts() {
        world.put(labeling(1, 1, 10, "2026-01-16T05:50:00Z"));

        StationState labeling = at("2026-01-16T06:10:00Z").stations().get(1);

        assertThat(labeling.workers()).isEqualTo(1);
        assertThat(labeling.todayTotal()).isZero();
        assertThat(labeling.minutesSinceLast()).isEqualTo(10);
    }

    @Test
    void whoCouldHelp() {
        t19();
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", null),
                shift(2, 2, "2026-01-15T14:00:00Z", null),
                shift(3, 3, "2026-01-15T14:00:00Z", null),
                shift(4, 4, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"));
        world.put(
                labeling(10, 1, 10, "2026-01-09T15:00:00Z"),
                labeling(11, 2, 10, "2026-01-09T15:00:00Z"),
                labeling(12, 2, 11, "2026-01-10T15:00:00Z"),
                labeling(13, 1, 99, "2026-01-08T15:00:00Z"), // the eighth day back
                labeling(14, 4, 99, "2026-01-09T15:00:00Z"));

        Flow flow = at(NOW);

        assertThat(flow.availableWorkers())
                .containsExactly(
                        new Worker(
                                1,
                                "E1",
                                "Picking",
                                "Picking",
                                List.of("Picking", "Labeling"),
                                Map.of("Picking", 50L, "Labeling", 10L),
                                true),
                        new Worker(
                                2,
                                "E2",
                                "Picking",
                                "Picking",
                                List.of("Picking", "Labeling"),
                                Map.of("Picking", 50L, "Labeling", 11L), // 10.5
                                true),
                        new Worker(
                                3, "E3", "Labeling", "Labeling", List.of("Labeling"), Map.of("Labeling", 60L), true));
        assertThat(flow.recommendations())
                .containsExactly(
                        new Recommendation(
                                "reassign",
                                2,
                                "E2",
                                "Picking",
                                "Labeling",
                                "high",
                                "E2 averages 11 items per activity at Labeling"),
                        new Recommendation(
                                "reassign",
                                1,
                                "E1",
                                "Picking",
                                "Labeling",
                                "high",
                                "E1 averages 10 items per activity at Labeling"));

        world.put(new Row.Employee(2, "E2", false, 0L));
        assertThat(at(NOW).availableWorkers()).extracting(Worker::id).containsExactly(1L, 3L);
    }

    @Test
    void whatIsAboutToHappen() {
        world.put(picking(1, 1, 65, "2026-01-15T19:45:00Z"), labeling(2, 2, 4, "2026-01-15T19:45:00Z"));
        // grows by 122, a queue of 61: 239 / 122 = 1.96 hours
        assertThat(at(NOW).predictions())
                .containsExactly(new Prediction(
                        "Labeling", "Queue will reach 300 items in 2.0 hours", "medium", new BigDecimal("2.0")));

        world.put(picking(1, 1, 155, "2026-01-15T19:45:00Z"), labeling(2, 2, 4, "2026-01-15T19:45:00Z"));
        // grows by 302, a queue of 151: 149 / 302 = 0.49 hours
        assertThat(at(NOW).predictions()).extracting(Prediction::severity).containsExactly("high");

        world.put(picking(1, 1, 1, "2026-01-15T19:45:00Z"), labeling(2, 2, 7, "2026-01-15T19:45:00Z"));
        assertThat(at(NOW).predictions())
                .containsExactly(new Prediction(
                        "Labeling", "Will run out of work in 0 minutes", "medium", new BigDecimal("0.0")));
    }

    private void t19() {
        world.put(
                picking(1, 1, 50, "2026-01-15T19:35:00Z"),
                picking(2, 2, 50, "2026-01-15T19:40:00Z"),
                labeling(3, 3, 60, "2026-01-15T19:45:00Z"));
    }

    private String status(int station, String now) {
        StationState state = at(now).stations().get(station);
        return state.status() + "/" + state.statusLevel();
    }

    private Flow at(String now) {
        return world.answer(new FlowView(), Everything.QUERY, now).body();
    }

    private Instant until(String now) {
        return world.answer(new FlowView(), Everything.QUERY, now).until();
    }

    private static Row picking(long id, long employee, long items, String start) {
        return Given.picking(id, employee, items, start);
    }

    private static Row labeling(long id, long employee, long items, String start) {
        return activity(id, employee, 4, "Labeling", items, start, 600, "Labeling", "podfactory");
    }

    private static Row filmMatching(long id, long employee, long items, String start) {
        return activity(id, employee, 5, "Film Matching", items, start, 600, "Film Matching", "podfactory");
    }
}
