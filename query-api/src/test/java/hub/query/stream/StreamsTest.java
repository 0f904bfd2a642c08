package hub.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.view.DayQuery;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import hub.query.hot.Served;
import hub.query.security.Grant;
import hub.query.security.Scope;
import hub.redis.StoreSignal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What readers are told, over a store in memory, in virtual time. */
class StreamsTest {

    private static final PartitionId TODAY = FakeView.day("2026-01-15");

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock);
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final VirtualTimeScheduler rendering = VirtualTimeScheduler.create();
    private final HotViews views = new HotViews(live, clock, 100, rendering);
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Set<String> keys = new HashSet<>(Set.of("a", "b"));
    private final FakeView numbers = new FakeView("numbers");
    private final Streams streams = new Streams(
            new StreamLimits(4, 3, Duration.ofMinutes(10), Duration.ofSeconds(60)),
            new StreamMetrics(registry),
            (view, failure) -> "{\"type\":\"/problems/test\"}".getBytes(StandardCharsets.UTF_8),
            live::announcedSequence,
            grant -> keys.contains(grant.keyId()),
            time);

    /** Follows "today" of the clock, as a stream without a date does. */
    private final class Today implements Subject {
        private final String name;
        private final FakeView view;

        private Today(String name, FakeView view) {
            this.name = name;
            this.view = view;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Mono<Served> ask() {
            return views.latest(
                    view, new DayQuery(CentralDay.of(clock.instant()).date()));
        }
    }

    /** Reads one stream as a browser that is always ready does. */
    private final class Screen {
        private final List<Event> seen = new ArrayList<>();
        private final Reader reader;
        private boolean over;

        private Screen(Wish wish) {
            reader = Objects.requireNonNull(streams.open("numbers", List.of(new Today("numbers", numbers)), wish)
                    .block());
        }

        private Screen reading() {
            reader.next()
                    .subscribe(
                            parts -> {
                                seen.addAll(Event.parse(parts));
                                reading();
                            },
                            failure -> {
                                throw new IllegalStateException(failure);
                            },
                            () -> {});
            return this;
        }

        private List<Event> take() {
            List<Event> taken =
                    seen.stream().filter(e -> !e.name().equals("retry")).toList();
            seen.clear();
            return taken;
        }

        private List<String> names() {
            return take().stream().map(Event::name).toList();
        }
    }

    private static Wish wish(String keyId, long intervalMillis, @Nullable String lastEventId) {
        return new Wish(new Grant(keyId, "", Set.of(Scope.READ)), intervalMillis, lastEventId);
    }

    private Screen screen(double perSecond, @Nullable String lastEventId) {
        return new Screen(wish("a", Math.round(1000 / perSecond), lastEventId)).reading();
    }

    @BeforeEach
    void start() {
        live.listen(() -> {
            views.heard();
            streams.heard();
        });
        store.resubscribed();
        live.pulse().block();
        streams.start();
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void pass(Duration by) {
        for (long i = 0; i < by.toMillis(); i += 10) {
            clock.advance(Duration.ofMillis(10));
            if (clock.millis() % 1000 == 0) {
                live.pulse().block();
            }
            rendering.advanceTimeBy(Duration.ofMillis(10));
            time.advanceTimeBy(Duration.ofMillis(10));
        }
    }

    private static String id(List<Event> events) {
        return Objects.requireNonNull(events.getLast().id());
    }

    @Test
    void beginsWithTheStateAndItsFacts() {
        store.commit(7, TODAY);
        Event event = screen(10, null).take().getFirst();
        Served served =
                Objects.requireNonNull(new Today("numbers", numbers).ask().block());

        assertThat(event.name()).isEqualTo("view");
        assertThat(event.view()).isEqualTo("numbers");
        assertThat(event.data())
                .as("the very bytes of the answer")
                .endsWith(",\"body\":" + new String(served.body(), StandardCharsets.UTF_8) + "}");
        assertThat(event.json().path("position").asString()).isEqualTo("binlog:a:2");
        assertThat(event.json().path("state").asString()).isEqualTo("live");
        assertThat(event.json().path("source").asString()).isEqualTo("redis");
        assertThat(event.json().path("generation").asInt()).isEqualTo(1);
        assertThat(event.json().path("as_of").asString()).isEqualTo(served.asOf());
        assertThat(event.json().path("evaluated_at").asString()).isEqualTo(served.evaluatedAt());
        assertThat(event.json().path("etag").asString()).isEqualTo(served.etag());
        assertThat(event.id()).startsWith("1.2.").endsWith(".binlog:a:2");
    }

    @Test
    void tellsOfEachChangeAndOfProgressWithoutOne() {
        Screen screen = screen(10, null);
        pass(Duration.ofSeconds(1));
        screen.take();

        store.commit(5, TODAY);
        pass(Duration.ofMillis(200));
        List<Event> changed = screen.take();
        assertThat(changed).extracting(Event::name).containsExactly("view");
        assertThat(changed.getFirst().number()).isEqualTo(5);

        store.commit(5, FakeView.day("2026-01-02"));
        pass(Duration.ofSeconds(1));
        List<Event> moved = screen.take();
        assertThat(moved).extracting(Event::name).containsExactly("progress");
        assertThat(moved.getFirst().json().path("position").asString()).isEqualTo("binlog:a:3");
    }

    @Test
    void progressIsToldOnceASecondAndNeverHoldsUpAChange() {
        Screen screen = screen(1, null);
        pass(Duration.ofSeconds(1));
        screen.take();

        for (int i = 0; i < 30; i++) {
            store.commit(1, FakeView.day("2026-01-02"));
            pass(Duration.ofMillis(100));
        }
        assertThat(screen.names()).containsExactly("progress", "progress", "progress");
        store.commit(5, TODAY);
        pass(Duration.ofMillis(20));
        assertThat(screen.names()).containsExactly("view");
    }

    @Test
    void whoHasJustBeenToldOfAChangeIsNotToldOfProgress() {
        Screen screen = screen(10, null);
        pass(Duration.ofMillis(1_500));
        screen.take();
        store.commit(5, TODAY);
        pass(Duration.ofMillis(50));
        assertThat(screen.names()).containsExactly("view");

        store.commit(1, FakeView.day("2026-01-02"));
        pass(Duration.ofMillis(600));
        assertThat(screen.names()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(screen.names()).containsExactly("progress");
    }

    @Test
    void everyReaderIsToldTheSameBytesRenderedOnce() {
        Screen one = screen(10, null);
        Screen other = screen(10, null);
        pass(Duration.ofSeconds(1));
        int before = numbers.renderings.get();
        store.commit(5, TODAY);
        pass(Duration.ofMillis(500));
        assertThat(numbers.renderings.get()).isEqualTo(before + 1);
        assertThat(one.take()).isEqualTo(other.take());
    }

    @Test
    void coalescesToTheRateThatWasChosen() {
        Screen screen = screen(1, null);
        pass(Duration.ofSeconds(2));
        screen.take();
        for (int i = 0; i < 20; i++) {
            store.commit(1, TODAY);
            pass(Duration.ofMillis(100));
        }
        pass(Duration.ofMillis(500));
        List<Event> events = screen.take();
        assertThat(events).extracting(Event::name).containsOnly("view");
        assertThat(events).hasSizeBetween(2, 3);
        assertThat(events.getLast().number()).isEqualTo(20);
        assertThat(registry.get("hub.stream.dropped").counter().count()).isGreaterThanOrEqualTo(16);
    }

    @Test
    void whoIsSlowIsToldTheLatestOnly() {
        Reader slow = new Screen(wish("a", 100, null)).reader;
        List<Event> first = Event.parse(Objects.requireNonNull(slow.next().block()));
        assertThat(first.getLast().number()).isEqualTo(0);
        for (int i = 0; i < 50; i++) {
            store.commit(1, TODAY);
            pass(Duration.ofMillis(100));
        }
        List<Event> next = Event.parse(Objects.requireNonNull(slow.next().block()));
        assertThat(next).hasSize(1);
        assertThat(next.getFirst().number()).isEqualTo(50);
        assertThat(registry.get("hub.stream.dropped").counter().count()).isEqualTo(49);
    }

    @Test
    void whoTakesForEverIsCut() {
        Reader stuck = new Screen(wish("a", 100, null)).reader;
        CompletableFuture<Void> cut = new CompletableFuture<>();
        stuck.onCut(() -> cut.complete(null));
        pass(Duration.ofSeconds(62));
        assertThat(cut).isCompleted();
        assertThat(registry.get("hub.stream.clients").gauge().value()).isZero();
    }

    @Test
    void resumesWithWhatIsNewOnly() {
        store.commit(3, TODAY);
        String id = id(screen(10, null).take());
        assertThat(screen(10, id).names()).containsExactly("progress");
        store.commit(1, TODAY);
        pass(Duration.ofMillis(50));
        assertThat(screen(10, id).take()).extracting(Event::number).containsExactly(4);
    }

    @Test
    void oneResyncIfTheStoreWentBack() {
        Object snapshot = store.snapshot();
        store.commit(3, TODAY);
        store.commit(3, TODAY);
        Screen screen = screen(10, null);
        String id = id(screen.take());

        store.goBackTo(snapshot);
        pass(Duration.ofSeconds(3));
        List<Event> events = screen.take();
        assertThat(events).extracting(Event::name).startsWith("resync", "view");
        assertThat(events.get(1).number()).isZero();
        assertThat(events.get(1).json().path("state").asString()).isEqualTo("stale");

        store.commit(6, TODAY);
        pass(Duration.ofSeconds(1));
        store.commit(1, TODAY);
        pass(Duration.ofSeconds(1));
        store.commit(1, TODAY);
        pass(Duration.ofSeconds(1));
        List<Event> later = screen.take();
        assertThat(later).extracting(Event::name).doesNotContain("resync");
        assertThat(later.getLast().json().path("state").asString()).isEqualTo("live");

        store.goBackTo(snapshot);
        live.pulse().block();
        pass(Duration.ofMillis(20));
        assertThat(screen(10, id).names()).startsWith("resync", "view");
    }

    @Test
    void anIdThatNobodyPrintedIsAnsweredWithOneResync() {
        assertThat(screen(10, "42").names()).containsExactly("resync", "view");
    }

    @Test
    void saysStaleWhenTheStoreFallsSilent() {
        Screen screen = screen(10, null);
        pass(Duration.ofSeconds(2));
        screen.take();
        store.failure = new hub.projections.store.StoreUnavailable("away", new java.io.IOException("away"));
        pass(Duration.ofSeconds(6));
        assertThat(screen.take().getLast().json().path("state").asString()).isEqualTo("stale");
        store.failure = null;
        store.commit(1, TODAY);
        pass(Duration.ofSeconds(3));
        Event last = screen.take().getLast();
        assertThat(last.json().path("state").asString()).isEqualTo("live");
    }

    @Test
    void aDayRollsOverWithoutAnEvent() {
        store.commit(3, TODAY);
        Screen screen = screen(10, null);
        assertThat(screen.take().getFirst().number()).isEqualTo(3);
        clock.advance(Duration.between(clock.instant(), java.time.Instant.parse("2026-01-16T06:00:00Z")));
        live.pulse().block();
        pass(Duration.ofSeconds(2));
        assertThat(screen.take()).anySatisfy(event -> assertThat(event.number()).isZero());
    }

    @Test
    void aHeartbeatComesWhenThereIsNothingToSay() {
        Screen screen = screen(10, null);
        pass(Duration.ofSeconds(20)); // nothing comes any more, and that has been said
        assertThat(screen.take()).anySatisfy(event -> assertThat(event.data()).contains("\"state\":\"stale\""));
        pass(Duration.ofSeconds(15));
        assertThat(screen.names()).containsExactly("comment");
    }

    @Test
    void aLostAnnouncementNeverMakesAnEventLie() {
        Screen screen = screen(10, null);
        pass(Duration.ofMillis(200));
        screen.take();
        Map<String, Integer> truth = new HashMap<>();
        for (int i = 1; i <= 12; i++) {
            store.losing = i % 3 == 0 || i > 9; // in between, and at the end, where no gap tells of it
            truth.put(store.commit(1, TODAY).position().text(), i);
            pass(Duration.ofMillis(150));
            truth.put(store.commit(0, FakeView.day("2020-01-01")).position().text(), i);
            pass(Duration.ofMillis(150));
        }
        pass(Duration.ofSeconds(5));
        List<Event> views =
                screen.take().stream().filter(e -> e.name().equals("view")).toList();
        assertThat(views)
                .allSatisfy(event -> assertThat(event.number())
                        .as(event.data())
                        .isEqualTo(truth.get(event.json().path("position").asString())));
        assertThat(views.getLast().number()).isEqualTo(12);
    }

    @Test
    void survivesAPointerThatMoves() {
        Screen screen = screen(10, null);
        pass(Duration.ofSeconds(1));
        screen.take();
        store.signal(new StoreSignal.PointerMoved(store.pointer));
        store.commit(2, TODAY);
        pass(Duration.ofMillis(300));
        List<Event> events = screen.take();
        assertThat(events).extracting(Event::name).containsOnly("view");
        assertThat(events.getLast().number()).isEqualTo(2);
    }

    @Test
    void whatCannotBeAnsweredIsSaidAtTheDoor() {
        store.pointer = new hub.projections.store.Pointer(null, null);
        live.pulse().block();
        assertThatThrownBy(() -> screen(10, null)).isInstanceOf(hub.query.boards.NothingLive.class);
        assertThat(registry.get("hub.stream.clients").gauge().value()).isZero();
    }

    @Test
    void whatCannotBeAnsweredLaterIsAProblemWithinTheStream() {
        Screen screen = screen(10, null);
        pass(Duration.ofSeconds(1));
        screen.take();
        store.pointer = new hub.projections.store.Pointer(null, null);
        live.pulse().block();
        pass(Duration.ofSeconds(1));
        Event problem = screen.take().getFirst();
        assertThat(problem.name()).isEqualTo("problem");
        assertThat(problem.view()).isEqualTo("numbers");
        assertThat(problem.json().path("problem").path("type").asString()).isEqualTo("/problems/test");
        store.pointer = new hub.projections.store.Pointer(FakeStore.GENERATION, null);
        live.pulse().block();
        pass(Duration.ofSeconds(1));
        assertThat(screen.take().getLast().name()).isEqualTo("view");
    }

    @Test
    void seatsAreLimitedPerKeyAndInAll() {
        List<Screen> three = List.of(screen(10, null), screen(10, null), screen(10, null));
        assertThatThrownBy(() -> screen(10, null)).isInstanceOf(TooManyStreams.class);
        new Screen(wish("b", 100, null));
        assertThatThrownBy(() -> new Screen(wish("b", 100, null))).isInstanceOf(TooManyStreams.class);
        three.getFirst().reader.close();
        three.getFirst().reader.close();
        assertThat(registry.get("hub.stream.clients").gauge().value()).isEqualTo(3);
        screen(10, null);
    }

    /** A subject that answers when it is told to, if ever. */
    private final class Late implements Subject {
        private final Sinks.One<Served> answer = Sinks.one();

        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public Mono<Served> ask() {
            return answer.asMono();
        }

        private Mono<Reader> open() {
            return streams.open("late", List.of(this), wish("a", 100, null));
        }

        private void answers() {
            answer.emitValue(
                    Objects.requireNonNull(new Today("numbers", numbers).ask().block()),
                    Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void whoLeavesWhileItOpensLeavesNothing() {
        Late late = new Late();
        late.open().subscribe().dispose();
        assertThat(gauge("hub.stream.clients")).isZero();
        assertThat(gauge("hub.stream.channels")).isZero();

        late.answers();
        pass(Duration.ofSeconds(1));
        Screen screen = screen(10, null);
        assertThat(gauge("hub.stream.channels")).as("that of the screen alone").isEqualTo(1);
        assertThat(screen.names()).containsExactly("view");
        screen.reader.close();
        assertThat(gauge("hub.stream.channels")).isZero();
    }

    @Test
    void whoLeavesWhileItOpensTakesNothingFromAnother() {
        Late late = new Late();
        List<Reader> opened = new ArrayList<>();
        Disposable leaving = late.open().subscribe(opened::add);
        late.open().subscribe(opened::add);
        leaving.dispose();
        assertThat(gauge("hub.stream.clients")).isEqualTo(1);

        late.answers();
        assertThat(opened).hasSize(1);
        assertThat(gauge("hub.stream.channels")).isEqualTo(1);
        assertThat(Event.parse(Objects.requireNonNull(opened.getFirst().next().block())))
                .extracting(Event::name)
                .contains("view");
        opened.getFirst().close();
        assertThat(gauge("hub.stream.clients")).isZero();
        assertThat(gauge("hub.stream.channels")).isZero();
    }

    /** Told ready already, when it is about to join. */
    @Test
    void whoLeavesJustBeforeItJoinsLeavesNothing() {
        Late late = new Late();
        List<Reader> opened = new ArrayList<>();
        Disposable leaving = late.open().subscribe(opened::add);
        time.schedule(() -> {
            late.answers(); // what follows is done after this, by the same thread
            time.schedule(leaving::dispose);
        });
        assertThat(opened).isEmpty();
        assertThat(gauge("hub.stream.clients")).isZero();
        assertThat(gauge("hub.stream.channels")).isZero();
    }

    @Test
    void whoLeavesWhenItHasJoinedLeavesNothing() {
        Late late = new Late();
        late.answers();
        streams.open("late", List.of(late), wish("a", 100, null))
                .flatMap(reader -> Mono.never())
                .subscribe()
                .dispose();
        assertThat(gauge("hub.stream.clients")).isZero();
        assertThat(gauge("hub.stream.channels")).isZero();
    }

    @Test
    void whatIsRefusedAtTheDoorLeavesNothing() {
        Late late = new Late();
        List<Throwable> refused = new ArrayList<>();
        late.open().subscribe(reader -> {}, refused::add);
        late.answer.emitError(new IllegalStateException("away"), Sinks.EmitFailureHandler.FAIL_FAST);
        assertThat(refused).extracting(Throwable::getMessage).containsExactly("away");
        assertThat(gauge("hub.stream.clients")).isZero();
        assertThat(gauge("hub.stream.channels")).isZero();
    }

    @Test
    void shutdownWaitsForNobodyWhoIsRefusedAtTheDoor() {
        Late late = new Late();
        List<Throwable> refused = new ArrayList<>();
        late.open().subscribe(reader -> {}, refused::add);
        CompletableFuture<Void> closed = streams.close(Duration.ofSeconds(1));
        late.answers();
        assertThat(refused).hasOnlyElementsOfType(ShuttingDown.class).hasSize(1);
        assertThat(closed).isCompleted();
    }

    @Test
    void aRevokedKeyEndsItsStreams() {
        Screen screen = screen(10, null);
        pass(Duration.ofSeconds(1));
        screen.take();
        keys.remove("a");
        pass(Duration.ofSeconds(1));
        assertThat(screen.take().getLast().data()).isEqualTo("{\"reason\":\"key-revoked\"}");
    }

    @Test
    void everyStreamEndsSomeDay() {
        Screen screen = screen(10, null);
        pass(Duration.ofMinutes(10));
        pass(Duration.ofSeconds(1));
        assertThat(screen.take().getLast().data()).isEqualTo("{\"reason\":\"max-age\"}");
    }

    @Test
    void shutdownTellsEverybodyAndCutsTheDeaf() {
        Screen screen = screen(10, null);
        screen.take();
        Reader deaf = new Screen(wish("b", 100, null)).reader;
        deaf.onCut(deaf::close);
        CompletableFuture<Void> closed = streams.close(Duration.ofSeconds(1));
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(screen.names()).containsExactly("end");
        screen.reader.close();
        assertThat(closed).isNotCompleted();
        assertThatThrownBy(() -> screen(10, null)).isInstanceOf(ShuttingDown.class);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(closed).isCompleted();
    }
}
