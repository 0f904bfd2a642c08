package hub.query.warm;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.StoreUnavailable;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.query.FakeStore;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.dashboard.DashboardViews;
import hub.query.hot.HotViews;
import hub.query.hot.Served;
import hub.redis.Readiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class WarmingTest {

    private final ManualClock clock = new ManualClock("2026-01-15T11:30:00Z");
    private final FakeStore store = new FakeStore(clock);
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews answers = new HotViews(live, clock, 500, Schedulers.immediate());
    private final List<Readiness> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> ready = new ArrayList<>();
    private Mono<String> wish = Mono.empty();
    private final Warming unit = new Warming(DashboardViews.of(ScoreMode.LIVE, 3_000), this::ask, this::say, clock);

    private <Q> Mono<Served> ask(View<Q, ?> view, Q query) {
        asked.add(view.name());
        return answers.ask(view, query).doOnNext(served -> ready.add(view.name()));
    }

    private Mono<String> say(Readiness readiness) {
        said.add(readiness);
        return wish;
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void beat() {
        unit.beat().block(Duration.ofSeconds(10));
    }

    private void serving() {
        live.listen(answers::heard);
        store.resubscribed();
        live.pulse().block();
    }

    @Test
    void saysThatItServesAndLoadsNothingUnasked() {
        beat();
        beat();

        assertThat(said).containsExactly(Readiness.UNASKED, Readiness.UNASKED);
        assertThat(asked).isEmpty();
    }

    @Test
    void loadsTodayOncePerWishSoThatNobodyElseWaits() {
        serving();
        wish = Mono.just("w1");
        beat();
        beat();

        assertThat(asked)
                .contains("leaderboard", "departments", "heatmap", "summary")
                .doesNotHaveDuplicates();
        assertThat(ready)
                .as("the store has no department_targets, and not the days of every view: that is known at once")
                .contains("leaderboard", "departments", "heatmap", "summary")
                .doesNotContain("department-targets");
        assertThat(said.getLast()).isEqualTo(new Readiness("w1", 1, ready.size(), ""));
        assertThat(said).hasSize(3);
        int refused = asked.size() - ready.size();
        int reads = store.reads;
        serveAll();
        assertThat(store.reads).as("looks at the store for what is not refused").isEqualTo(reads + refused);

        wish = Mono.just("w2");
        beat();
        assertThat(said.getLast().wish()).isEqualTo("w2");
    }

    private void serveAll() {
        int before = asked.size();
        wish = Mono.just("again");
        beat();
        assertThat(asked).hasSize(2 * before);
    }

    @Test
    void saysWhyItCouldNotAndCanBeAskedAgain() {
        wish = Mono.just("w1");
        beat();
        assertThat(said.getLast().failure()).isEqualTo("the store does not answer");

        serving();
        beat();
        assertThat(said.getLast().failure()).as("asked once").isNotEmpty();
        wish = Mono.just("w2");
        beat();
        assertThat(said.getLast().failure()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsNoFailure() {
        wish = Mono.error(new StoreUnavailable("away", new IllegalStateException()));
        beat();
        assertThat(said).hasSize(1);
    }
}
