package hub.query.readafter;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.SourcePosition;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.DayQuery;
import hub.projections.view.NotFound;
import hub.projections.view.View;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import hub.query.hot.Served;
import hub.query.http.Api;
import hub.query.http.FakeRequest;
import hub.query.http.Gate;
import hub.query.http.Parameter;
import hub.query.http.Problems;
import hub.query.http.QueryShape;
import hub.query.http.Reply;
import hub.query.http.RouteMetrics;
import hub.query.http.TestServer;
import hub.query.http.ViewRoute;
import hub.query.http.ViewRoutes;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class ReadAfterTest {

    private static final String SERVER = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String STRANGER = "4e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final NewApiKey KEY = NewApiKey.generate("k", Set.of(Scope.READ), new SecureRandom());

    private static final String SOUGHT = "sought?date=2026-01-15";

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(
            clock,
            new Horizon(LocalDate.parse("2026-01-01"), LocalDate.MIN),
            (branch, n) -> new SourcePosition.MysqlGtids(SERVER + ":1-" + n));
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final HotViews views = new HotViews(live, clock, 100, time);
    private final Api api = api(views::ask);

    private Api api(ViewRoutes.Answers answers) {
        Gate gate = TestServer.gate(List.of(KEY), 10_000, List.of(), clock);
        ViewRoutes routes = new ViewRoutes(
                List.of(route(new FakeView("numbers")), route(new Sought())), answers, new ReadAfter(live, time));
        return new Api(
                routes.routes(), gate, new Problems(List::of), new RouteMetrics(new SimpleMeterRegistry()), clock);
    }

    private static ViewRoute<?> route(View<DayQuery, ?> view) {
        return ViewRoute.of(
                view,
                "/api/dashboard/" + view.name(),
                Scope.READ,
                "",
                QueryShape.of(Parameter.day("date", ""), DayQuery::new));
    }

    /** The number of a day, which is not to be found while it is zero. */
    private static final class Sought implements View<DayQuery, Integer> {
        @Override
        public String name() {
            return "sought";
        }

        @Override
        public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
            DayNotHeld.check(query.date(), loaded.horizon());
            return Set.of(FakeView.BOARD.in(new Partition.Day(query.date())));
        }

        @Override
        public Answer<Integer> answer(DayQuery query, Boards boards, Instant now) {
            int number = boards.get(FakeView.BOARD, new Partition.Day(query.date()));
            if (number == 0) {
                throw new NotFound("Number not found");
            }
            return new Answer<>(number, Instant.MAX);
        }
    }

    @BeforeEach
    void start() {
        live.listen(views::heard);
        store.resubscribed();
        live.pulse().block();
    }

    @AfterEach
    void close() {
        live.close();
    }

    private CompletableFuture<@Nullable Reply> ask(String readAfter, @Nullable String prefer) {
        return ask(api, readAfter, prefer);
    }

    private static CompletableFuture<@Nullable Reply> ask(Api api, String readAfter, @Nullable String prefer) {
        return ask(api, "numbers?date=2026-01-15", readAfter, prefer);
    }

    private static CompletableFuture<@Nullable Reply> ask(
            Api api, String path, String readAfter, @Nullable String prefer) {
        FakeRequest request = FakeRequest.of("GET", "/api/dashboard/" + path)
                .with("X-API-Key", KEY.key())
                .with("Hub-Read-After", readAfter);
        return api.answer(prefer == null ? request : request.with("Prefer", prefer))
                .toFuture();
    }

    private static Reply done(CompletableFuture<@Nullable Reply> reply) {
        assertThat(reply).isCompleted();
        return Objects.requireNonNull(reply.join());
    }

    private static String text(Reply reply) {
        return new String(((Reply.Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsContainedIsAnsweredAtOnce() {
        store.commit(5, FakeView.day("2026-01-15"));
        Reply reply = done(ask(SERVER + ":1-2", null));
        assertThat(reply.status().code()).isEqualTo(200);
        assertThat(reply.headers().get("Hub-Position")).isEqualTo("mysql-gtid:" + SERVER + ":1-2");
        assertThat(text(reply)).contains("\"the_number\":5");
    }

    @Test
    void whoWaitsGetsTheAnswerAsSoonAsItContainsThePosition() {
        CompletableFuture<@Nullable Reply> reply = ask(SERVER + ":3", "wait=5");
        time.advanceTimeBy(Duration.ofSeconds(2));
        store.commit(5, FakeView.day("2026-01-15"));
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(reply).isNotDone();
        store.commit(2, FakeView.day("2026-01-15"));
        clock.advance(Duration.ofMillis(20)); // what has just gone stale is no longer handed out
        time.advanceTimeBy(Duration.ofMillis(20));
        assertThat(text(done(reply))).contains("\"the_number\":7");
    }

    @Test
    void whoSaysWhatItMustContainIsNotGivenWhatHasJustGoneStale() {
        Api latest = api(new ViewRoutes.Answers() {
            @Override
            public <Q> Mono<Served> ask(View<Q, ?> view, Q query) {
                return views.ask(view, query);
            }

            @Override
            public <Q> Mono<Served> latest(View<Q, ?> view, Q query) {
                return views.latest(view, query);
            }
        });
        done(ask(latest, SERVER + ":1", null));
        store.commit(5, FakeView.day("2026-01-15"));

        assertThat(text(done(ask(latest, SERVER + ":2", null)))).contains("\"the_number\":5");
    }

    @Test
    void aCommitThatTouchesNothingShownIsContainedToo() {
        CompletableFuture<@Nullable Reply> reply = ask(SERVER + ":2", "wait=5");
        store.commit(5, FakeView.day("2026-02-01"));
        time.advanceTimeBy(Duration.ofMillis(20));
        assertThat(done(reply).headers().get("Hub-Position")).endsWith(":1-2");
    }

    @Test
    void aLostAnnouncementDoesNotKeepAnyoneWaiting() {
        CompletableFuture<@Nullable Reply> reply = ask(SERVER + ":2", "wait=5");
        store.losing = true;
        store.commit(5, FakeView.day("2026-01-15"));
        store.losing = false;
        store.commit(1, FakeView.day("2026-02-01"));
        time.advanceTimeBy(Duration.ofMillis(600));
        assertThat(text(done(reply))).contains("\"the_number\":5");
    }

    @Test
    void whatIsNotToBeFoundYetIsWaitedFor() {
        CompletableFuture<@Nullable Reply> reply = ask(api, SOUGHT, SERVER + ":3", "wait=5");
        store.commit(5, FakeView.day("2026-02-01"));
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(reply).isNotDone();
        store.commit(7, FakeView.day("2026-01-15"));
        time.advanceTimeBy(Duration.ofMillis(20));
        assertThat(done(reply).status().code()).isEqualTo(200);
        assertThat(text(done(reply))).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({"sought?date=2026-01-15, not-found", "sought?date=2025-12-31, day-not-held"})
    void thatThereIsNoneIsTrueAtAPositionToo(String path, String problem) {
        Reply now = done(ask(api, path, SERVER + ":1", "wait=5"));
        assertThat(now.status().code()).isEqualTo(404);
        assertThat(now.headers().get("Hub-Position")).isEqualTo("mysql-gtid:" + SERVER + ":1-1");
        assertThat(text(now)).contains("/problems/" + problem);

        CompletableFuture<@Nullable Reply> contained = ask(api, path, SERVER + ":2", "wait=5");
        CompletableFuture<@Nullable Reply> future = ask(api, path, SERVER + ":9", "wait=5");
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(contained).isNotDone();
        store.commit(5, FakeView.day("2026-02-01"));
        time.advanceTimeBy(Duration.ofMillis(20));
        assertThat(done(contained).status().code()).isEqualTo(404);
        assertThat(done(contained).headers().get("Hub-Position")).isEqualTo("mysql-gtid:" + SERVER + ":1-2");

        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(done(future).status().code()).isEqualTo(503);
        assertThat(text(done(future)))
                .contains("/problems/not-yet-contained", "\"position\":\"mysql-gtid:" + SERVER + ":1-2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      | 50",
                "wait=0 | 50",
                "wait=2 | 2000",
                "respond-async, wait=2 | 2000",
                "wait=2; foo=bar | 2000",
                "WAIT = 2 | 2000",
                "wait=10 | 10000",
                "wait=3600 | 10000",
                "wait=-1 | 50",
                "wait=x | 50",
                "await=9 | 50"
            })
    void afterTheWaitItIsSaidThatItIsNotContained(@Nullable String prefer, long millis) {
        CompletableFuture<@Nullable Reply> reply = ask(SERVER + ":2", prefer);
        time.advanceTimeBy(Duration.ofMillis(millis - 11));
        assertThat(reply).isNotDone();
        time.advanceTimeBy(Duration.ofMillis(22));
        Reply refused = done(reply);
        assertThat(refused.status().code()).isEqualTo(503);
        assertThat(refused.headers().get("Retry-After")).isEqualTo("1");
        assertThat(text(refused))
                .contains(
                        "/problems/not-yet-contained",
                        "\"wanted\":\"" + SERVER + ":2\"",
                        "\"position\":\"mysql-gtid:" + SERVER + ":1-1\"");
    }

    /** The database's own reads tell GTIDs: those are compared, a file and position cannot be, and the problem says so. */
    @Test
    void aFileAndPositionIsNotComparedWithWhatTheDatabaseItselfAnswers() {
        Api ladder = api(new ViewRoutes.Answers() {
            @Override
            public <Q> Mono<Served> ask(View<Q, ?> view, Q query) {
                return Mono.just(Served.fromSource(
                        new Answer<>(List.of(), Instant.MAX),
                        new SourcePosition.MysqlGtids(SERVER + ":1-5"),
                        true,
                        clock.instant()));
            }
        });
        assertThat(done(ask(ladder, SERVER + ":5", null)).status().code()).isEqualTo(200);

        CompletableFuture<@Nullable Reply> file = ask(ladder, "binlog.000007:4", "wait=1");
        CompletableFuture<@Nullable Reply> later = ask(ladder, SERVER + ":6", "wait=1");
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(done(file).status().code()).isEqualTo(503);
        assertThat(done(file).headers().get("Retry-After")).isEqualTo("1");
        assertThat(text(done(file)))
                .contains("/problems/not-yet-contained", "never a binlog file and position; ask with the GTIDs");
        assertThat(text(done(later))).contains("is not contained yet").doesNotContain("binlog file");
    }

    @ParameterizedTest
    @ValueSource(strings = {STRANGER + ":1", "0-1-5", "binlog:other", "mysql-gtid:" + STRANGER + ":1-5"})
    void anotherHistoryIsAConflictAtOnce(String position) {
        Reply reply = done(ask(position.replace("binlog:other", "mariadb-gtid:0-1-5"), "wait=10"));
        assertThat(reply.status().code()).isEqualTo(409);
        assertThat(text(reply)).contains("/problems/conflicting-position", "take it from the source itself");
    }

    @Test
    void aServerThatHasJustTakenOverMayStillAppear() {
        CompletableFuture<@Nullable Reply> reply = ask(SERVER + ":1," + STRANGER + ":1", "wait=1");
        assertThat(reply).isNotDone();
        time.advanceTimeBy(Duration.ofMillis(1_011));
        assertThat(done(reply).status().code()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "binlog.000003", SERVER, "'; DROP TABLE x", "١-١-١"})
    void whatIsNoPositionIsRefusedByName(String position) {
        Reply reply = done(ask(position, "wait=10"));
        assertThat(reply.status().code()).isEqualTo(400);
        assertThat(text(reply))
                .contains(
                        "/problems/invalid-parameter",
                        "\"parameter\":\"Hub-Read-After\"",
                        "\"value\":\"" + position + "\"",
                        "@@gtid_executed");
    }

    @Test
    void withAnEntityTagItIsStillAskedForThePosition() {
        String etag = done(ask(SERVER + ":1", null)).headers().get("ETag");
        FakeRequest request = FakeRequest.of("GET", "/api/dashboard/numbers?date=2026-01-15")
                .with("X-API-Key", KEY.key())
                .with("Hub-Read-After", SERVER + ":2")
                .with("If-None-Match", Objects.requireNonNull(etag));
        CompletableFuture<@Nullable Reply> reply =
                api.answer(request.with("Prefer", "wait=1")).toFuture();
        assertThat(reply).isNotDone();
        store.commit(5, FakeView.day("2026-02-01"));
        time.advanceTimeBy(Duration.ofMillis(20));
        assertThat(done(reply).status().code()).isEqualTo(304);
        assertThat(done(reply).headers().get("Hub-Position")).endsWith(":1-2");
    }
}
