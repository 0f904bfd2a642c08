package hub.projections.heatmap;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.seals.Multipliers;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.DayQuery;
import hub.projections.view.Decimals;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The hours 6 to 17 of a Central day by the wall clock: PodFactory work in existing roles. On the day that has an hour
 * twice, both share one bucket.
 */
public final class HeatmapView implements View<DayQuery, List<HeatmapRow>> {

    private static final int FIRST_HOUR = 6;
    private static final int LAST_HOUR = 17;
    private static final BigDecimal FULL_INTENSITY = BigDecimal.valueOf(500);

    @Override
    public String name() {
        return "heatmap";
    }

    @Override
    public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
        DayNotHeld.check(query.date(), loaded.horizon());
        Set<PartitionId> reads = new HashSet<>(Multipliers.partitions(query.date(), now));
        reads.add(HeatmapDay.BOARD.in(new Partition.Day(query.date())));
        return reads;
    }

    @Override
    public Answer<List<HeatmapRow>> answer(DayQuery query, Boards boards, Instant now) {
        HeatmapDay day = boards.get(HeatmapDay.BOARD, new Partition.Day(query.date()));
        Multipliers multipliers = Multipliers.of(query.date(), boards, now);
        Bucket[] buckets = IntStream.rangeClosed(0, 23).mapToObj(Bucket::new).toArray(Bucket[]::new);
        for (HeatmapDay.Entry entry : day.entries()) {
            multipliers
                    .of(entry.roleId())
                    .ifPresent(worth -> buckets[CentralDay.wallClockHour(entry.hour())].add(entry, worth));
        }
        return new Answer<>(
                IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR)
                        .mapToObj(hour -> buckets[hour].row())
                        .toList(),
                new CentralDay(query.date()).endedAt(now) ? Instant.MAX : new CentralDay(query.date()).end());
    }

    private static final class Bucket {
        private final int hour;
        private final Set<Long> employees = new HashSet<>();
        private long items;
        private BigDecimal points = BigDecimal.ZERO;

        Bucket(int hour) {
            this.hour = hour;
        }

        void add(HeatmapDay.Entry entry, BigDecimal multiplier) {
            employees.add(entry.employeeId());
            items += entry.tally().items();
            points = points.add(
                    multiplier.multiply(BigDecimal.valueOf(entry.tally().items())));
        }

        HeatmapRow row() {
            BigDecimal intensity = Decimals.divide(points.multiply(Decimals.HUNDRED), FULL_INTENSITY, 1);
            return new HeatmapRow(
                    hour + ":00", employees.size(), items, Decimals.round(points, 1), intensity.min(Decimals.HUNDRED));
        }
    }
}
