package hub.projections.flags;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.source.SourceTables;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many flags there are, of which type, and when they were raised. */
public final class FlagCountsView implements View<Everything, FlagCounts> {

    @Override
    public String name() {
        return "flags-stats";
    }

    @Override
    public Set<Table> needs() {
        return Set.of(Table.ACTIVITY_FLAGS);
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(SourceTables.PARTITION, Flags.PARTITION);
    }

    @Override
    public Answer<FlagCounts> answer(Everything query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        CentralDay today = CentralDay.of(now);
        List<Row.Flag> flags = boards.get(Flags.BOARD, Partition.ALL).flags();
        int unreviewed = unreviewed(flags);
        TreeMap<Integer, Integer> hours = new TreeMap<>();
        int raisedToday = 0;
        for (Row.Flag flag : flags) {
            Instant at = flag.createdAt();
            if (at != null) {
                hours.merge(CentralDay.wallClockHour(at), 1, Integer::sum);
                raisedToday += today.contains(at) ? 1 : 0;
            }
        }
        return new Answer<>(
                new FlagCounts(
                        flags.size(),
                        flags.size() - unreviewed,
                        unreviewed,
                        raisedToday,
                        byType(flags),
                        hours.entrySet().stream()
                                .map(hour -> new FlagCounts.OfHour(hour.getKey(), hour.getValue()))
                                .toList()),
                today.end());
    }

    private static List<FlagCounts.OfType> byType(List<Row.Flag> flags) {
        return flags.stream().collect(Collectors.groupingBy(Row.Flag::type)).entrySet().stream()
                .map(type ->
                        new FlagCounts.OfType(type.getKey(), type.getValue().size(), unreviewed(type.getValue())))
                .sorted(Comparator.comparingInt(FlagCounts.OfType::total)
                        .reversed()
                        .thenComparing(FlagCounts.OfType::flagType))
                .toList();
    }

    private static int unreviewed(List<Row.Flag> flags) {
        return (int) flags.stream().filter(flag -> !flag.reviewed()).count();
    }
}
