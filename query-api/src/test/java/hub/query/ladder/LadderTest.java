package hub.query.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.store.Pointer;
import hub.projections.store.StoreUnavailable;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.DayQuery;
import hub.projections.view.NotFound;
import hub.projections.view.View;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.BoardsUnavailable;
import hub.query.boards.LiveBoards;
import hub.query.boards.NothingLive;
import hub.query.boards.UnanswerableAt;
import hub.query.hot.HotViews;
import hub.query.hot.Rung;
import hub.query.hot.Served;
import hub.query.state.AnswerState;
import hub.redis.Marks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class LadderTest {

    private static final DayQuery TODAY = new DayQuery(LocalDate.parse("2026-01-15"));
    private static final DayQuery OLD = new DayQuery(LocalDate.parse("2025-06-01"));

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock, new Horizon(LocalDate.parse("2026-01-01"), LocalDate.MIN));
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews views = new HotViews(live, clock, 100, VirtualTimeScheduler.create());
    private final FakeMysql mysql = new FakeMysql();
    private final FakeView view = new FakeView("fake");
    private final Ladder unit = ladder(new MysqlRung(mysql, clock, VirtualTimeScheduler.create()), false);

    private Ladder ladder(@Nullable MysqlRung rung, boolean whileFilling) {
        return ladder(rung, Sources.READ_MODEL, whileFilling);
    }

    private Ladder ladder(@Nullable MysqlRung rung, Sources sources, boolean whileFilling) {
        return new Ladder(views, live, rung, sources, whileFilling, clock);
    }

    private void start() {
        live.listen(views::heard);
        store.resubscribed();
        live.pulse().block();
    }

    private void redisGoesAway() {
        store.failure = new StoreUnavailable("away", new IllegalStateException());
        clock.advance(Duration.ofSeconds(4));
        live.pulse().block();
    }

    private Served ask(Ladder ladder, DayQuery query) {
        return Objects.requireNonNull(ladder.ask(view, query).block());
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void mysqlIsNotAskedWhileRedisAnswers() {
        start();
        assertThat(ask(unit, TODAY).rung()).isEqualTo(Rung.REDIS);
        assertThat(ask(unit, TODAY).rung()).isEqualTo(Rung.MEMORY);
        assertThat(mysql.reads).isZero();
    }

    @Test
    void withoutRedisMysqlAnswersAtLeastAtItsPosition() {
        store.commit(5, FakeView.day("2026-01-15"));
        start();
        ask(unit, TODAY);
        redisGoesAway();
        mysql.numbers.put(FakeView.day("2026-01-15"), 6);
        mysql.numbers.put(FakeView.day("2026-01-14"), 1);
        Served served = ask(unit, TODAY);

        assertThat(new String(served.body(), StandardCharsets.UTF_8)).contains("\"the_number\":7");
        assertThat(served.rung()).isEqualTo(Rung.MYSQL);
        assertThat(served.positionAtLeast()).isTrue();
        assertThat(served.position()).isEqualTo("binlog:m:7");
        assertThat(served.state()).isEqualTo(AnswerState.LIVE);
        assertThat(served.generation()).isNull();
    }

    @Test
    void whatIsHeldOfADegradedBoardIsLeftForMysqlToo() {
        store.commit(5, FakeView.day("2026-01-15"));
        store.marks = new Marks("a script failed", Set.of(), Set.of());
        start();
        assertThat(ask(unit, TODAY).state()).isEqualTo(AnswerState.DEGRADED);
        redisGoesAway();
        assertThat(ask(unit, TODAY).rung()).isEqualTo(Rung.MYSQL);
    }

    @Test
    void mysqlIsAskedOncePerAnswerAndSecond() {
        start();
        redisGoesAway();
        for (int i = 0; i < 50; i++) {
            ask(unit, TODAY);
        }
        assertThat(mysql.reads).isEqualTo(1);
        clock.advance(MysqlRung.HELD.plusMillis(1));
        ask(unit, TODAY);
        assertThat(mysql.reads).isEqualTo(2);
    }

    @Test
    void withoutBothTheLastGoodBytesAreStaleAndTheRestIsUnavailable() {
        store.commit(5, FakeView.day("2026-01-15"));
        start();
        ask(unit, TODAY);
        redisGoesAway();
        store.resubscribed(); // memory is no longer trusted
        mysql.failure = new IllegalStateException("away");
        Served served = ask(unit, TODAY);
        assertThat(served.state()).isEqualTo(AnswerState.STALE);
        assertThat(served.position()).isEqualTo("binlog:a:2");
        assertThatThrownBy(() -> ask(unit, new DayQuery(LocalDate.parse("2026-01-14"))))
                .isInstanceOf(BoardsUnavailable.class);
    }

    @Test
    void aFailingMysqlIsLeftAlone() {
        start();
        redisGoesAway();
        mysql.failure = new IllegalStateException("away");
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> ask(unit, TODAY)).isInstanceOf(BoardsUnavailable.class);
        }
        assertThat(mysql.reads).isLessThanOrEqualTo(5);
        assertThat(unit.canAnswer()).isFalse();
    }

    @Test
    void whatDoesNotExistInMysqlDoesNotExist() {
        start();
        redisGoesAway();
        View<DayQuery, String> missing = new Missing();
        for (int i = 0; i < 30; i++) {
            clock.advance(MysqlRung.HELD.plusMillis(1));
            assertThatThrownBy(() -> unit.ask(missing, TODAY).block())
                    .isInstanceOfSatisfying(UnanswerableAt.class, said -> {
                        assertThat(said.why()).isInstanceOf(NotFound.class);
                        assertThat(said.at().text()).isEqualTo("binlog:m:7");
                        assertThat(said.isBySource()).isTrue();
                    });
        }
        assertThat(unit.canAnswer()).as("the breaker counts no answers").isTrue();
    }

    /** A view whose query names nothing. */
    private static final class Missing implements View<DayQuery, String> {
        @Override
        public String name() {
            return "missing";
        }

        @Override
        public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
            return Set.of(FakeView.day("2026-01-15"));
        }

        @Override
        public Answer<String> answer(DayQuery query, Boards boards, Instant now) {
            throw new NotFound("Employee not found");
        }
    }

    @Test
    void aRouteIsSwitchedToMysql() {
        store.commit(5, FakeView.day("2026-01-15"));
        mysql.numbers.put(FakeView.day("2026-01-15"), 6);
        start();
        Ladder switched = ladder(
                new MysqlRung(mysql, clock, VirtualTimeScheduler.create()),
                Sources.parse("fake:mysql", Set.of("fake", "other")),
                false);
        assertThat(ask(switched, TODAY).rung()).isEqualTo(Rung.MYSQL);
        assertThat(new String(ask(switched, TODAY).body(), StandardCharsets.UTF_8))
                .contains("\"the_number\":6");
        assertThat(Objects.requireNonNull(
                                switched.ask(new FakeView("other"), TODAY).block())
                        .rung())
                .isEqualTo(Rung.REDIS);
        mysql.failure = new IllegalStateException("away");
        clock.advance(MysqlRung.HELD.plusMillis(1));
        assertThatThrownBy(() -> ask(switched, TODAY))
                .as("what is not trusted is no stand-in")
                .hasMessage("away");
        assertThatThrownBy(() -> ladder(null, Sources.parse("mysql", Set.of()), false))
                .isInstanceOf(SourcesRefused.class);
    }

    @Test
    void aDayThatIsNotHeldIsSaidToBeSoAndMysqlIsSpared() {
        start();
        mysql.numbers.put(FakeView.day("2025-06-01"), 3);
        assertThatThrownBy(() -> ask(unit, OLD)).satisfies(LadderTest::saysNotHeld);
        assertThatThrownBy(() -> ask(ladder(null, false), OLD)).satisfies(LadderTest::saysNotHeld);
        assertThat(mysql.reads).isZero();
    }

    /** A store without a disk is restarted: who was answered until now goes on being answered. */
    @Test
    void aStoreThatComesBackEmptyIsLeftForMysqlAndThenForTheLastGoodBytes() {
        store.commit(5, FakeView.day("2026-01-15"));
        start();
        ask(unit, TODAY);
        store.pointer = Pointer.NONE;
        live.pulse().block();
        clock.advance(Duration.ofMillis(20)); // what has just gone stale is no longer handed out
        assertThat(unit.canAnswer()).isTrue();
        assertThat(ask(unit, TODAY).rung()).isEqualTo(Rung.MYSQL);

        mysql.failure = new IllegalStateException("away");
        clock.advance(MysqlRung.HELD.plusMillis(1));
        Served last = ask(unit, TODAY);
        assertThat(last.state()).isEqualTo(AnswerState.STALE);
        assertThat(last.position()).isEqualTo("binlog:a:2");
        assertThatThrownBy(() -> ask(unit, new DayQuery(LocalDate.parse("2026-01-14"))))
                .isInstanceOf(NothingLive.class);

        store.pointer = new Pointer(FakeStore.GENERATION, null);
        live.pulse().block();
        assertThat(ask(unit, TODAY).rung()).isNotEqualTo(Rung.MYSQL);
        assertThat(ask(unit, TODAY).state()).isEqualTo(AnswerState.LIVE);
    }

    private static void saysNotHeld(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(UnanswerableAt.class, said -> {
            assertThat(said.why()).isInstanceOf(DayNotHeld.class);
            assertThat(said.at().text()).isEqualTo("binlog:a:1");
        });
    }

    @Test
    void beforeTheFirstGenerationIsLiveMysqlIsSparedUnlessAskedFor() {
        store.pointer = Pointer.NONE;
        start();
        assertThatThrownBy(() -> ask(unit, TODAY)).isInstanceOf(NothingLive.class);
        assertThat(unit.canAnswer()).isFalse();
        Ladder eager = ladder(new MysqlRung(mysql, clock, VirtualTimeScheduler.create()), true);
        assertThat(ask(eager, TODAY).rung()).isEqualTo(Rung.MYSQL);
        assertThat(eager.canAnswer()).isTrue();
    }
}
