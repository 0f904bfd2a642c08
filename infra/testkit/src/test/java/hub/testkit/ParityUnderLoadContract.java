package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.ParityUnderLoad;
import hub.testkit.hub.ParityUnderLoad.Batch;
import hub.testkit.hub.ParityUnderLoad.Compared;
import hub.testkit.hub.Reply;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Load;
import hub.testkit.scenario.Moments;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.scenario.SteadyWrites;
import hub.testkit.scenario.Upheavals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * While writers go on and the clock passes both midnights of a day with a change of the clocks, and the change itself, the
 * service says what SQL says at the position and the instant of each answer; and so it does after whole tables were
 * altered among them.
 */
abstract class ParityUnderLoadContract extends HubContract {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<Long> PEOPLE = List.of(1L, 2L);

    private final ScoreMode mode;

    ParityUnderLoadContract(ScoreMode mode) {
        super("underload", mode, Instant.parse("2026-03-07T20:00:00Z"));
        this.mode = mode;
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.recovery", "rebuild");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08T06:00:00Z, 2026-03-08T08:00:00Z, 2026-03-09T05:00:00Z, true", // the day of 23 hours
        "2026-11-01T05:00:00Z, 2026-11-01T07:00:00Z, 2026-11-02T06:00:00Z, false" // the day of 25 hours
    })
    void theServiceSaysWhatSqlSaysWhileWritersGoOn(Instant begins, Instant changes, Instant ends, boolean upheavals) {
        // How tables are altered has nothing to do with the mode.
        boolean altered = upheavals && mode == ScoreMode.LIVE;
        Seeds.each(seed -> compare(seed, begins, changes, ends, altered), "under load", mode, begins);
    }

    /** From 6:00 over noon to 22:00, when people may be idle; whose scores count makes no difference to that. */
    final void theHoursOfIdlenessComeAndGo() {
        theServiceSaysWhatSqlSaysWhileWritersGoOn(
                Instant.parse("2026-01-15T12:00:00Z"),
                Instant.parse("2026-01-15T18:00:00Z"),
                Instant.parse("2026-01-16T04:00:00Z"),
                false);
    }

    private void compare(long seed, Instant begins, Instant changes, Instant ends, boolean upheavals) {
        db.clear();
        clock.set(begins.minus(Duration.ofHours(2)));
        LocalDate day = new Oracle(db.connection()).today(begins);
        RandomWrites writes = new RandomWrites(
                db, seed, day.minusDays(2).datesUntil(day.plusDays(2)).toList());
        writes.begin();
        writes.run(100);
        service.leaderboard(day);

        List<Compared> beside = new ArrayList<>();
        List<Compared> quiet = new ArrayList<>();
        try (Moments moments = new Moments(database);
                Load ignored = new Load(new SteadyWrites(writes, moments))) {
            ParityUnderLoad parity = new ParityUnderLoad(dashboard, moments, mode);
            List<Batch> before = parity.batches(List.of(day.minusDays(1), day), PEOPLE);
            List<Batch> after = parity.batches(List.of(day, day.plusDays(1)), PEOPLE);
            beside.addAll(whileOthersWrite(before));
            quiet.addAll(byTheClockAlone(moments, before, begins));
            clock.set(changes.minusMillis(500));
            beside.addAll(whileOthersWrite(before));
            beside.add(await(before.getFirst(), later -> later.evaluatedAt().isAfter(changes), () -> {}));
            quiet.addAll(byTheClockAlone(moments, after, ends));
            beside.addAll(whileOthersWrite(after));
            if (upheavals) {
                survive(moments, new Upheavals(db, writes), after, day);
            }
        }
        assertThat(views(beside))
                .as("comparisons while others wrote")
                .allSatisfy((view, n) -> assertThat(n).as(view).isGreaterThanOrEqualTo(3));
        assertThat(views(beside))
                .containsKeys(
                        "leaderboard",
                        "departments",
                        "heatmap",
                        "team-metrics",
                        "date-range",
                        "cost-analysis",
                        "streak-leaders");
        assertThat(views(quiet))
                .as("comparisons after the clock alone went on")
                .containsOnlyKeys(views(beside).keySet());
        System.out.println(beside.size() + " comparisons beside "
                + beside.stream().mapToLong(Compared::committed).sum()
                + " transactions, " + quiet.size() + " after midnight with none; per view " + views(beside));
    }

    /** After each of them answers are right again, in the same generation but for the last. */
    private void survive(Moments moments, Upheavals upheavals, List<Batch> batches, LocalDate day) {
        String generation = generation(dashboard.leaderboard(day));
        int done = 0;
        for (Upheavals.Upheaval upheaval : upheavals.inOrder()) {
            moments.afterUpheaval(upheaval.happens());
            Compared compared = await(batches.get(done++ % batches.size()), any -> true, () -> {});
            System.out.println(upheaval + ": " + compared.views().size() + " views as SQL says");
        }
        assertThat(generation(dashboard.leaderboard(day)))
                .as("the generation after %s", upheavals.inOrder())
                .isEqualTo(generation);
        moments.afterUpheaval(upheavals.swap().happens());
        awaitOtherGenerationThan(generation, day);
        System.out.println(upheavals.swap() + ": another generation, "
                + views(whileOthersWrite(batches)).size() + " views as SQL says");
    }

    /** Decision 22: a stream that cannot be continued exactly is not; by policy, another generation takes its place. */
    private void awaitOtherGenerationThan(String generation, LocalDate day) {
        dashboard.awaitThat(
                () -> dashboard.leaderboard(day),
                reply -> assertThat(generation(reply)).isNotEqualTo(generation));
    }

    private static String generation(Reply reply) {
        return reply.header("Hub-Generation").orElse("none");
    }

    /** Everything once, with transactions between each question and its last statement. */
    private static List<Compared> whileOthersWrite(List<Batch> batches) {
        return batches.stream()
                .map(batch -> await(batch, comparison -> comparison.committed() > 0, () -> {}))
                .toList();
    }

    /** Everything once after {@code midnight}, when the last transaction was before it. */
    private List<Compared> byTheClockAlone(Moments moments, List<Batch> batches, Instant midnight) {
        List<Compared> compared = new ArrayList<>();
        moments.whileQuiet(() -> {
            clock.set(midnight.minusSeconds(1));
            for (Batch batch : batches) {
                compared.add(await(batch, today -> !today.evaluatedAt().isBefore(midnight), moments::remember));
            }
        });
        return compared;
    }

    private static Compared await(Batch batch, Predicate<Compared> enough, Runnable first) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int asked = 0;
        while (System.nanoTime() < deadline) {
            first.run();
            asked++;
            Optional<Compared> compared = batch.compare().filter(enough);
            if (compared.isPresent()) {
                return compared.get();
            }
        }
        throw new AssertionError("none of " + asked + " answers was at a position that was looked at, as wanted");
    }

    private static Map<String, Integer> views(List<Compared> compared) {
        Map<String, Integer> views = new TreeMap<>();
        compared.forEach(one -> one.views().forEach(view -> views.merge(view, 1, Integer::sum)));
        return views;
    }
}
