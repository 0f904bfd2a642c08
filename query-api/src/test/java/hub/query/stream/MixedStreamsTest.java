package hub.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.store.SourcePosition;
import hub.projections.view.Answer;
import hub.projections.view.DayQuery;
import hub.projections.view.NotFound;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import hub.query.hot.Served;
import hub.query.security.Grant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A stream of one view of which MySQL answers for itself, and of one from the store. */
class MixedStreamsTest {

    private static final PartitionId TODAY = FakeView.day("2026-01-15");
    private static final PartitionId OTHER_DAY = FakeView.day("2026-01-02");
    private static final String SERVER = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock, Horizon.UNLIMITED, (branch, n) -> upTo(n));
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final VirtualTimeScheduler rendering = VirtualTimeScheduler.create();
    private final HotViews views = new HotViews(live, clock, 100, rendering);
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final FakeView numbers = new FakeView("numbers");
    private final Mysql mysql = new Mysql();
    private final Streams streams = new Streams(
            new StreamLimits(4, 3, Duration.ofMinutes(10), Duration.ofSeconds(60)),
            new StreamMetrics(new SimpleMeterRegistry()),
            (view, failure) -> "{\"type\":\"/problems/test\"}".getBytes(StandardCharsets.UTF_8),
            live::announcedSequence,
            grant -> true,
            time);
    private final List<Event> seen = new ArrayList<>();

    private static SourcePosition upTo(long n) {
        return new SourcePosition.MysqlGtids(SERVER + ":1-" + n);
    }

    private static String text(long n) {
        return upTo(n).text();
    }

    /** Answers with how often it was asked, at a position of its own. */
    private final class Mysql implements Subject {
        private SourcePosition at = upTo(9);
        private int asked;
        private @Nullable RuntimeException failure;

        @Override
        public String name() {
            return "distrusted";
        }

        @Override
        public Mono<Served> ask() {
            return Mono.fromSupplier(() -> {
                asked++;
                if (failure != null) {
                    throw failure;
                }
                return Served.fromSource(
                        new Answer<>(Map.of("the_number", asked), Instant.MAX), at, true, clock.instant());
            });
        }
    }

    private final class Stored implements Subject {
        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public Mono<Served> ask() {
            return views.latest(numbers, new DayQuery(LocalDate.parse("2026-01-15")));
        }
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

    private void open(@Nullable String lastEventId) {
        read(Objects.requireNonNull(streams.open("mixed", List.of(mysql, new Stored()), wish(lastEventId))
                .block(Duration.ofSeconds(5))));
    }

    private static Wish wish(@Nullable String lastEventId) {
        return new Wish(new Grant("a", "", Set.of()), 100, lastEventId);
    }

    private void read(Reader reader) {
        reader.next().subscribe(parts -> {
            seen.addAll(Event.parse(parts));
            read(reader);
        });
    }

    private List<Event> take() {
        List<Event> taken =
                seen.stream().filter(event -> !event.name().equals("retry")).toList();
        seen.clear();
        return taken;
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

    private Event progress() {
        take();
        store.commit(1, OTHER_DAY);
        pass(Duration.ofSeconds(1));
        Event last = take().getLast();
        assertThat(last.name()).isEqualTo("progress");
        return last;
    }

    private static String id(List<Event> events) {
        return Objects.requireNonNull(events.getLast().id());
    }

    @Test
    void whatIsSaidOfAllIsTrueOfTheViewThatIsBehind() {
        store.commit(3, TODAY);
        open(null);
        List<Event> first = take();
        assertThat(first).extracting(Event::view).containsExactly("distrusted", "numbers");
        assertThat(first.get(0).json().path("position_at_least").asString()).isEqualTo(text(9));
        assertThat(first.get(1).json().path("position").asString()).isEqualTo(text(2));
        assertThat(id(first))
                .as("the position that both contain, the store's generation and sequence")
                .startsWith("1.2.")
                .endsWith("." + text(2));

        Event progress = progress();
        assertThat(progress.json().path("position_at_least").asString())
                .as("MySQL's answer contains more")
                .isEqualTo(text(3));
        assertThat(progress.json().has("position")).isFalse();
        assertThat(progress.json().has("generation")).as("not all are of one").isFalse();
        assertThat(progress.json().path("source").asString()).isEqualTo("mysql");
        assertThat(progress.json().path("as_of").asString())
                .isEqualTo(String.valueOf(store.checkpoint().committedAt()));
    }

    @Test
    void aStoreThatIsAheadOfWhatMysqlAnsweredDoesNotSpeakForIt() {
        mysql.at = upTo(2);
        open(null);
        store.commit(1, OTHER_DAY);
        Event progress = progress();
        assertThat(progress.json().path("position_at_least").asString()).isEqualTo(text(2));
        assertThat(progress.id()).endsWith("." + text(2));
    }

    @Test
    void ofTwoHistoriesNoPositionHoldsForAll() {
        mysql.at = new SourcePosition.MysqlGtids("4e11fa47-71ca-11e1-9e33-c80aa9429562:1-5");
        open(null);
        Event progress = progress();
        assertThat(progress.json().path("position_at_least").asString()).isEqualTo("none");
        assertThat(progress.json().path("as_of").asString()).isEqualTo("unknown");
    }

    @Test
    void theStoresViewIsToldAtOnceAndMysqlIsLeftAlone() {
        open(null);
        pass(Duration.ofMillis(200));
        take();
        int asked = mysql.asked;
        for (int i = 1; i <= 10; i++) {
            store.commit(1, TODAY);
            pass(Duration.ofMillis(120));
            assertThat(take()).as("change %d", i).extracting(Event::number).containsExactly(i);
        }
        assertThat(mysql.asked).isEqualTo(asked);
        pass(Duration.ofSeconds(5));
        assertThat(mysql.asked).isEqualTo(asked + 1);
        assertThat(take()).extracting(Event::view).contains("distrusted").doesNotContain("numbers");
    }

    @Test
    void noStateIsHeldBackForPositionsThatNeverMeet() {
        open(null);
        assertThat(take()).as("without any time passing").hasSize(2);
        assertThat(mysql.asked).isEqualTo(1);
    }

    @Test
    void resumesWithWhatIsNewOnly() {
        open(null);
        store.commit(3, TODAY);
        pass(Duration.ofMillis(200));
        String id = id(take());
        mysql.asked--; // the same answer as it gave before
        open(id);
        assertThat(take()).extracting(Event::name).containsExactly("progress");

        store.commit(1, TODAY);
        pass(Duration.ofMillis(50));
        take();
        open(id);
        assertThat(take()).extracting(Event::number).containsExactly(4);
    }

    @Test
    void aStoreThatWentBackIsOneResyncWhateverMysqlSays() {
        Object snapshot = store.snapshot();
        open(null);
        store.commit(3, TODAY);
        pass(Duration.ofMillis(500));
        take();
        store.goBackTo(snapshot);
        pass(Duration.ofSeconds(2));
        assertThat(take())
                .extracting(Event::name)
                .startsWith("resync", "view", "view")
                .doesNotContain("problem");
    }

    @Test
    void aViewOfWhatDoesNotExistYetBeginsWithAProblem() {
        mysql.failure = new NotFound("Nobody is at work");
        open(null);
        List<Event> first = take();
        assertThat(first).extracting(Event::name).containsExactly("problem", "view");
        assertThat(first).extracting(Event::view).containsExactly("distrusted", "numbers");
        mysql.failure = null;
        pass(Duration.ofSeconds(1));
        assertThat(take()).extracting(Event::view).contains("distrusted").doesNotContain("numbers");
    }

    @Test
    void aViewThatCannotBeAskedNowRefusesTheStream() {
        mysql.failure = new IllegalStateException("away");
        assertThatThrownBy(() -> open(null)).isSameAs(mysql.failure);
    }

    @Test
    void whereNoViewHasAnythingTheFirstSaysWhy() {
        mysql.failure = new NotFound("Nobody is at work");
        assertThatThrownBy(() ->
                        streams.open("alone", List.of(mysql, mysql), wish(null)).block(Duration.ofSeconds(5)))
                .isSameAs(mysql.failure);
    }

    @Test
    void whenMysqlFailsTheStoresViewGoesOn() {
        open(null);
        mysql.failure = new IllegalStateException("away");
        pass(Duration.ofSeconds(6));
        assertThat(take()).filteredOn(event -> event.name().equals("problem")).hasSize(1);
        Event progress = progress();
        assertThat(progress.json().path("position").asString()).isEqualTo(text(2));
        assertThat(progress.json().path("generation").asInt()).isEqualTo(1);
        store.commit(4, TODAY);
        pass(Duration.ofMillis(200));
        assertThat(take()).extracting(Event::number).containsExactly(4);
    }
}
