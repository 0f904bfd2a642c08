package hub.query.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.StoreUnavailable;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.BoardsUnavailable;
import hub.query.boards.LiveBoards;
import hub.query.boards.NothingLive;
import hub.query.state.AnswerState;
import hub.redis.StoreSignal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class HotViewsTest {

    private static final PartitionId DAY = FakeView.day("2026-01-15");
    private static final PartitionId BEFORE = FakeView.day("2026-01-14");
    private static final PartitionId OTHER = FakeView.day("2026-01-01");
    private static final DayQuery QUERY = new DayQuery(LocalDate.parse("2026-01-15"));

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock);
    private final FakeView view = new FakeView("fake");
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews unit = new HotViews(live, clock, 100, VirtualTimeScheduler.create());

    @AfterEach
    void close() {
        live.close();
    }

    private void start() {
        live.listen(unit::heard);
        store.resubscribed();
        live.pulse().block();
    }

    private Served ask() {
        return Objects.requireNonNull(unit.ask(view, QUERY).block(Duration.ofSeconds(5)));
    }

    private static int number(Served served) {
        String json = new String(served.body(), StandardCharsets.UTF_8);
        return Integer.parseInt(json.replaceAll(".*\"the_number\":(-?\\d+).*", "$1"));
    }

    @Test
    void readsOnceAndThenNeitherTheStoreNorTheViewAgain() {
        store.commit(5, DAY);
        start();
        Served first = ask();
        int reads = store.reads;
        Served second = ask();

        assertThat(number(first)).isEqualTo(5);
        assertThat(first.rung()).isEqualTo(Rung.REDIS);
        assertThat(second.rung()).isEqualTo(Rung.MEMORY);
        assertThat(second.body()).isSameAs(first.body());
        assertThat(store.reads).isEqualTo(reads);
        assertThat(view.renderings).hasValue(1);
    }

    /** Counted by what it is as big as: twenty items of one view are twenty answers. */
    @Test
    void whatIsKeptIsBoundedByItsWeight() {
        start();
        View<DayQuery, FakeView.Body> heavy = new Heavy(view);
        unit.ask(heavy, QUERY).block();
        assertThat(unit.weight()).isEqualTo(20);
        for (int day = 1; day <= 14; day++) {
            unit.ask(heavy, new DayQuery(QUERY.date().minusDays(day))).block();
        }
        assertThat(unit.weight()).isEqualTo(100);
    }

    private record Heavy(FakeView view) implements View<DayQuery, FakeView.Body> {
        @Override
        public String name() {
            return "heavy";
        }

        @Override
        public int weight(DayQuery query) {
            return 20;
        }

        @Override
        public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
            return view.reads(query, loaded, now);
        }

        @Override
        public Answer<FakeView.Body> answer(DayQuery query, Boards boards, Instant now) {
            return view.answer(query, boards, now);
        }
    }

    @Test
    void hitsAndMissesAreCounted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        unit.bindTo(registry);
        start();
        ask();
        for (int i = 0; i < 6; i++) {
            ask();
        }
        clock.advance(Duration.ofMillis(100));
        store.commit(5, DAY); // nobody has been told yet that it was rendered ahead
        ask();
        assertThat(asked(registry, "miss")).isEqualTo(1);
        assertThat(asked(registry, "hit") + asked(registry, "grace")).isEqualTo(7);
        assertThat(asked(registry, "joined")).isZero();
        assertThat(registry.get("hub.cache.hit.ratio").gauge().value()).isEqualTo(7.0 / 8);
        assertThat(registry.get("hub.cache.views").gauge().value()).isEqualTo(1);
        assertThat(registry.get("hub.cache.renderings")
                        .tag("boards", "redis")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
    }

    private static double asked(SimpleMeterRegistry registry, String outcome) {
        return registry.get("hub.cache.asked")
                .tags("view", "fake", "outcome", outcome)
                .functionCounter()
                .count();
    }

    @Test
    void writesSnakeCasePlainDecimalsNullsAndUtf8() {
        start();
        assertThat(new String(ask().body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"the_number\":0,\"per_cent\":250.00,\"no_name\":null,\"icon\":\"🎯\"}");
    }

    @Test
    void printsALaterPositionWithTheSameBytesOnlyIfNothingOfThemWasTouched() {
        store.commit(5, DAY);
        start();
        Served first = ask();
        store.commit(1, OTHER);
        Served second = ask();

        assertThat(second.body()).isSameAs(first.body());
        assertThat(first.position()).isEqualTo("binlog:a:2");
        assertThat(second.position()).isEqualTo("binlog:a:3");

        store.commit(1, DAY);
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        Served third = ask();
        assertThat(number(third)).isEqualTo(6);
        assertThat(third.position()).isEqualTo("binlog:a:4");
    }

    @Test
    void getsHotViewsReadyWhenSomethingIsAnnounced() {
        start();
        ask();
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        store.commit(3, DAY);
        Served served = ask();
        assertThat(number(served)).isEqualTo(3);
        assertThat(served.rung()).isEqualTo(Rung.MEMORY);
    }

    /** So that changes that come faster than a view can be put together do not take all of the processor. */
    @Test
    void aViewRestsForTwiceAsLongAsItTakes() {
        store.beforeRead = () -> clock.advance(Duration.ofMillis(40));
        start();
        ask(); // two looks; the first refresh counts for a quarter: it takes 20
        store.commit(3, DAY);
        clock.advance(Duration.ofMillis(39));
        assertThat(number(ask())).isZero();
        assertThat(view.renderings).hasValue(1);

        clock.advance(Duration.ofMillis(1));
        store.beforeRead = () -> {};
        ask();
        assertThat(view.renderings).hasValue(2);
        assertThat(number(ask())).isEqualTo(3);
    }

    @Test
    void nobodyWaitsForARefreshThatIsUnderWayUntilTheBytesAreOld() {
        start();
        ask();
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        List<Optional<Integer>> meanwhile = new ArrayList<>();
        store.beforeRead = () -> {
            store.beforeRead = () -> {};
            clock.advance(Duration.ofMillis(HotView.MOST_STALE_MILLIS));
            meanwhile.add(atOnce());
            clock.advance(Duration.ofMillis(1));
            meanwhile.add(atOnce());
        };
        store.commit(3, DAY);

        assertThat(meanwhile).containsExactly(Optional.of(0), Optional.empty());
        assertThat(atOnce()).contains(3);
    }

    @Test
    void whoComesDuringARefreshWaitsIfWhatIsHeldIsNoLongerTrusted() {
        start();
        ask();
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        List<Optional<Integer>> meanwhile = new ArrayList<>();
        store.beforeRead = () -> {
            store.beforeRead = () -> {};
            store.pointer = new Pointer(new Generation(2), FakeStore.GENERATION);
            live.pulse().block();
            clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
            meanwhile.add(atOnce());
        };
        store.commit(3, DAY);

        assertThat(meanwhile).containsExactly(Optional.empty());
    }

    @Test
    void whoComesAfterALongTimeWaitsForWhoeverCameJustBefore() {
        start();
        ask();
        clock.advance(Duration.ofMillis(HotView.HOT_MILLIS));
        store.commit(3, DAY);
        clock.advance(Duration.ofSeconds(10));
        live.pulse().block();
        List<Optional<Integer>> meanwhile = new ArrayList<>();
        store.beforeRead = () -> {
            store.beforeRead = () -> {};
            store.commit(4, DAY);
            meanwhile.add(atOnce());
        };

        assertThat(number(ask())).isEqualTo(7);
        assertThat(meanwhile).containsExactly(Optional.empty());
    }

    /** A refresh that a commit has overtaken is stale when it is done, and the view rests nevertheless. */
    @Test
    void aRefreshThatWasOvertakenIsFollowedByARest() {
        showsThreeAlthoughItIsSeven(200); // counts for a quarter: the view rests for 100
        int rendered = view.renderings.get();

        clock.advance(Duration.ofMillis(99));
        assertThat(atOnce()).contains(3);
        assertThat(view.renderings).hasValue(rendered);
        clock.advance(Duration.ofMillis(1));
        assertThat(atOnce()).contains(3);
        assertThat(view.renderings).hasValue(rendered + 1);
        assertThat(atOnce()).contains(7);
    }

    @Test
    void whatWasOvertakenIsStaleSinceItsRefreshBegan() {
        showsThreeAlthoughItIsSeven(HotView.MOST_STALE_MILLIS - 100); // the view rests for 200

        clock.advance(Duration.ofMillis(100));
        assertThat(atOnce()).contains(3);
        clock.advance(Duration.ofMillis(1));
        assertThat(atOnce()).contains(7);
    }

    /** By a refresh that takes so long that a commit overtakes it. */
    private void showsThreeAlthoughItIsSeven(long millis) {
        start();
        ask();
        store.commit(3, DAY);
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        view.answering = () -> {
            view.answering = () -> {};
            clock.advance(Duration.ofMillis(millis));
            store.commit(4, DAY);
        };
        assertThat(atOnce()).contains(3);
    }

    /** What is answered without waiting; empty if there is nothing yet. */
    private Optional<Integer> atOnce() {
        return Optional.ofNullable(unit.ask(view, QUERY).toFuture().getNow(null))
                .map(HotViewsTest::number);
    }

    @Test
    void whoWantsTheLatestIsNotGivenWhatHasJustGoneStale() {
        start();
        ask();
        store.commit(3, DAY);

        assertThat(number(ask())).isZero();
        store.commit(4, DAY);
        Served latest = Objects.requireNonNull(unit.latest(view, QUERY).block(Duration.ofSeconds(5)));
        assertThat(number(latest)).isEqualTo(7);
    }

    @Test
    void followsDataAndReadsOnlyWhatWasTouched() {
        store.commit(5, DAY, BEFORE);
        start();
        assertThat(number(ask())).isEqualTo(10);
        assertThat(store.sent).isEqualTo(2);
        clock.advance(Duration.ofMinutes(2)); // no longer hot
        store.commit(1, BEFORE);
        live.pulse().block();
        assertThat(number(ask())).isEqualTo(11);
        assertThat(store.sent).isEqualTo(3);
    }

    @Test
    void rendersAgainWithoutTheStoreWhenItsOwnClockTicks() {
        store.commit(5, DAY);
        start();
        ask();
        store.commit(0, OTHER); // an announced position from which memory is known to stand
        int reads = store.reads;
        clock.advance(Duration.ofMillis(60_000 + HotView.GRACE_MILLIS + 1));
        Served served = ask();
        assertThat(view.renderings).hasValue(2);
        assertThat(store.reads).isEqualTo(reads);
        assertThat(served.evaluatedAt()).isEqualTo("2026-01-15T15:01:00.011Z");
        assertThat(served.rung()).isEqualTo(Rung.MEMORY);
    }

    @Test
    void aGapInTheAnnouncementsEndsTrust() {
        store.commit(5, DAY);
        start();
        ask();
        store.commit(0, OTHER);
        store.losing = true;
        store.commit(7, DAY);
        store.losing = false;
        assertThat(ask().position()).as("the last announced one, which is true").isEqualTo("binlog:a:3");
        store.commit(0, OTHER);
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        Served served = ask();
        assertThat(number(served)).isEqualTo(12);
        assertThat(served.position()).isEqualTo("binlog:a:5");
    }

    @Test
    void theSecondPulseFindsAnAnnouncementThatNeverCame() {
        store.commit(5, DAY);
        start();
        ask();
        store.commit(0, OTHER);
        store.losing = true;
        store.commit(7, DAY);
        live.pulse().block();
        live.pulse().block();
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        assertThat(number(ask())).isEqualTo(12);
        store.commit(1, DAY);
        assertThat(number(ask())).as("deaf: the store is asked each time").isEqualTo(13);
    }

    @Test
    void aNewSubscriptionEndsTrust() {
        store.commit(5, DAY);
        start();
        ask();
        store.losing = true;
        store.commit(7, DAY);
        store.resubscribed();
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        assertThat(number(ask())).isEqualTo(12);
    }

    @Test
    void whenTheStoreWentBackAnswersAreStaleUntilItIsRegained() {
        start();
        store.commit(5, DAY);
        Object early = store.snapshot();
        store.commit(1, DAY);
        store.commit(1, DAY);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask().state()).isEqualTo(AnswerState.LIVE);

        store.goBackTo(early);
        store.resubscribed();
        live.pulse().block();
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        Served back = ask();
        assertThat(number(back)).isEqualTo(5);
        assertThat(back.state()).isEqualTo(AnswerState.STALE);

        store.commit(2, DAY);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask().state()).isEqualTo(AnswerState.STALE);
        store.commit(2, DAY);
        clock.advance(Duration.ofSeconds(1));
        Served regained = ask();
        assertThat(number(regained)).isEqualTo(9);
        assertThat(regained.state()).isEqualTo(AnswerState.LIVE);
    }

    @Test
    void insideALongTransactionTheBytesOfBeforeStand() {
        store.commit(5, DAY);
        start();
        ask();
        store.commit(0, OTHER);
        store.commit(9, true, DAY);
        assertThat(number(ask())).isEqualTo(5);
        store.commit(9, DAY);
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        assertThat(number(ask())).isEqualTo(23);
    }

    @Test
    void whoComesFirstInsideALongTransactionIsToldSo() {
        store.commit(5, DAY);
        store.commit(9, true, DAY);
        start();
        assertThat(ask().state()).isEqualTo(AnswerState.MID_TRANSACTION);
    }

    @Test
    void servesAnotherGenerationAtOnceWhenThePointerMoves() {
        start();
        assertThat(ask().generation()).isEqualTo("1");
        Generation next = new Generation(2);
        store.pointer = new Pointer(next, FakeStore.GENERATION);
        store.signal(new StoreSignal.PointerMoved(store.pointer));
        clock.advance(Duration.ofMillis(HotView.GRACE_MILLIS + 1));
        assertThat(ask().generation()).isEqualTo("2");
    }

    @Test
    void withoutALiveGenerationThereIsNothing() {
        store.pointer = Pointer.NONE;
        start();
        assertThatThrownBy(this::ask).isInstanceOf(NothingLive.class);
    }

    @Test
    void aStoreThatNeverAnsweredIsUnavailable() {
        store.failure = new StoreUnavailable("away", new IllegalStateException());
        start();
        assertThatThrownBy(this::ask).isInstanceOf(BoardsUnavailable.class);
    }

    @Test
    void whileTheStoreIsAwayWhatIsHeldIsStaleAndWhatIsNotFails() {
        store.commit(5, DAY);
        start();
        ask();
        store.failure = new StoreUnavailable("away", new IllegalStateException());
        clock.advance(Duration.ofSeconds(10));
        assertThat(ask().state()).isEqualTo(AnswerState.STALE);
        assertThatThrownBy(() -> unit.ask(view, new DayQuery(LocalDate.parse("2026-01-13")))
                        .block())
                .isInstanceOf(BoardsUnavailable.class);
        clock.advance(Duration.ofSeconds(-10));
        assertThatThrownBy(() -> unit.ask(view, new DayQuery(LocalDate.parse("2026-01-13")))
                        .block())
                .isInstanceOf(StoreUnavailable.class);
    }
}
