package hub.query;

import hub.projections.board.Board;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Shows the number of a day, and of the day before as long as the day's own is not zero; ticks every minute. */
public final class FakeView implements View<DayQuery, FakeView.Body> {

    public static final Board<Integer> BOARD = new Board<>(
            "numbers",
            Board.Kind.FACTS,
            Board.Retention.HISTORY,
            fields -> Integer.valueOf(fields.getOrDefault("n", "0")));

    public record Body(
            int theNumber, BigDecimal perCent, @Nullable String noName, String icon) {}

    public final AtomicInteger renderings = new AtomicInteger();
    /** Runs while an answer is put together. */
    public Runnable answering = () -> {};

    private final String name;

    public FakeView(String name) {
        this.name = name;
    }

    public static PartitionId day(String date) {
        return BOARD.in(new Partition.Day(LocalDate.parse(date)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
        DayNotHeld.check(query.date(), loaded.horizon());
        Partition.Day day = new Partition.Day(query.date());
        Partition.Day before = new Partition.Day(query.date().minusDays(1));
        boolean more = loaded.holds(BOARD.in(day)) && loaded.get(BOARD, day) != 0;
        return more ? Set.of(BOARD.in(day), BOARD.in(before)) : Set.of(BOARD.in(day));
    }

    @Override
    public Answer<Body> answer(DayQuery query, Boards boards, Instant now) {
        renderings.incrementAndGet();
        answering.run();
        int number = boards.get(BOARD, new Partition.Day(query.date()));
        Partition.Day before = new Partition.Day(query.date().minusDays(1));
        int sum = number == 0 ? 0 : number + boards.get(BOARD, before);
        return new Answer<>(
                new Body(sum, new BigDecimal("250.00"), null, "🎯"),
                now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1)));
    }
}
