package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.heatmap.HeatmapDay;
import hub.projections.seals.Multipliers;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** When the work was done. */
public final class ShiftAnalysisView implements View<Everything, ShiftAnalysis> {

    private enum Part {
        MORNING("06:00-14:00"),
        AFTERNOON("14:00-22:00"),
        NIGHT("22:00-06:00");

        private final String hours;

        Part(String hours) {
            this.hours = hours;
        }

        static Part of(int hour) {
            if (hour < 6 || hour >= 22) {
                return NIGHT;
            }
            return hour < 14 ? MORNING : AFTERNOON;
        }
    }

    private static final class Work {
        private final Set<Long> employees = new HashSet<>();
        private long items;
        private BigDecimal points = BigDecimal.ZERO;

        void add(HeatmapDay.Entry entry, BigDecimal multiplier) {
            employees.add(entry.employeeId());
            items += entry.tally().items();
            points = points.add(
                    multiplier.multiply(BigDecimal.valueOf(entry.tally().items())));
        }
    }

    @Override
    public String name() {
        return "team-shifts";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        for (LocalDate date : dates(now)) {
            DayNotHeld.check(date, loaded.horizon());
            reads.addAll(Multipliers.partitions(date, now));
            reads.add(HeatmapDay.BOARD.in(new Partition.Day(date)));
        }
        return reads;
    }

    @Override
    public Answer<ShiftAnalysis> answer(Everything query, Boards boards, Instant now) {
        EnumMap<Part, Work> work = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            work.put(part, new Work());
        }
        for (LocalDate date : dates(now)) {
            Multipliers multipliers = Multipliers.of(date, boards, now);
            for (HeatmapDay.Entry entry :
                    boards.get(HeatmapDay.BOARD, new Partition.Day(date)).entries()) {
                Work into = Objects.requireNonNull(work.get(Part.of(CentralDay.wallClockHour(entry.hour()))));
                multipliers.of(entry.roleId()).ifPresent(worth -> into.add(entry, worth));
            }
        }
        long all = work.values().stream().mapToLong(part -> part.items).sum();
        List<ShiftAnalysis.DayPart> parts = new ArrayList<>();
        work.forEach((part, done) -> parts.add(new ShiftAnalysis.DayPart(
                part.name().toLowerCase(Locale.ROOT),
                part.hours,
                done.employees.size(),
                done.items,
                Decimals.round(done.points, 2),
                all <= 0 ? new BigDecimal("0.0") : Decimals.divide(100 * done.items, all, 1))));
        List<LocalDate> dates = dates(now);
        return new Answer<>(
                new ShiftAnalysis(dates.getFirst(), dates.getLast(), parts),
                CentralDay.of(now).end());
    }

    private static List<LocalDate> dates(Instant now) {
        LocalDate today = CentralDay.of(now).date();
        return today.minusDays(LastDays.WEEK - 1L).datesUntil(today.plusDays(1)).toList();
    }
}
