package hub.query.hot;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.PartitionId;
import hub.projections.view.DayQuery;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Whatever gets lost between the store and the reader, each answer equals what the boards were at the position that it
 * prints. History is remembered by position; commits, lost announcements, reconnects and a store that goes back in time
 * come in random order, commits also between the looks of one read.
 */
class HonestPositionsTest {

    private static final PartitionId[] DAYS = {
        FakeView.day("2026-01-15"), FakeView.day("2026-01-14"), FakeView.day("2026-01-13")
    };
    private static final DayQuery[] QUERIES = {
        new DayQuery(LocalDate.parse("2026-01-15")), new DayQuery(LocalDate.parse("2026-01-14"))
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void bytesStandAtThePrintedPosition(long seed) {
        Random random = new Random(seed);
        ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
        FakeStore store = new FakeStore(clock);
        LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
        HotViews unit = new HotViews(live, clock, 100, VirtualTimeScheduler.create());
        FakeView view = new FakeView("fake");
        Map<String, int[]> truth = new HashMap<>();
        List<Object> past = new ArrayList<>();
        remember(truth, store);
        store.room = seed % 2 == 0 ? 1 : Integer.MAX_VALUE;
        store.beforeRead = () -> {
            if (random.nextInt(4) == 0) {
                commit(store, random);
            }
        };
        store.committed = () -> remember(truth, store);
        live.listen(unit::heard);
        store.resubscribed();
        live.pulse().block();
        for (int step = 0; step < 1_000; step++) {
            switch (random.nextInt(20)) {
                case 0 -> store.losing = true;
                case 1, 2 -> store.losing = false;
                case 3 -> live.pulse().block();
                case 4 -> {
                    store.losing = false;
                    store.resubscribed();
                }
                case 5 -> {
                    if (!past.isEmpty() && random.nextInt(10) == 0) {
                        store.goBackTo(past.get(random.nextInt(past.size())));
                        store.resubscribed();
                    }
                }
                case 6 -> past.add(store.snapshot());
                case 7 -> clock.advance(Duration.ofMillis(random.nextInt(2_000)));
                case 8, 9, 10, 11, 12 -> commit(store, random);
                default -> {
                    if (!live.vitals().recentAt(clock.instant())) {
                        live.pulse().block();
                    }
                    int which = random.nextInt(QUERIES.length);
                    Served served = Objects.requireNonNull(
                            unit.ask(view, QUERIES[which]).block());
                    assertThat(number(served))
                            .as("seed %d step %d at %s", seed, step, served.position())
                            .isEqualTo(Objects.requireNonNull(truth.get(served.position()))[which]);
                }
            }
            clock.advance(Duration.ofMillis(random.nextInt(8)));
        }
        live.close();
    }

    private static void commit(FakeStore store, Random random) {
        store.commit(random.nextInt(3) - 1, DAYS[random.nextInt(DAYS.length)]);
    }

    private static void remember(Map<String, int[]> truth, FakeStore store) {
        truth.put(store.checkpoint().position().text(), new int[] {shown(store, 0), shown(store, 1)});
    }

    private static int shown(FakeStore store, int which) {
        int own = store.value(DAYS[which]);
        return own == 0 ? 0 : own + store.value(DAYS[which + 1]);
    }

    private static int number(Served served) {
        String json = new String(served.body(), StandardCharsets.UTF_8);
        return Integer.parseInt(json.replaceAll(".*\"the_number\":(-?\\d+).*", "$1"));
    }
}
