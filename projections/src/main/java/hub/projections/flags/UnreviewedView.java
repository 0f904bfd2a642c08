package hub.projections.flags;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.source.SourceTables;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Flags without a review, the newest first, then by the higher id; those without a time last. */
public final class UnreviewedView implements View<UnreviewedQuery, UnreviewedFlags> {

    private static final Comparator<Row.Flag> NEWEST_FIRST = Comparator.<Row.Flag, Instant>comparing(flag -> {
                Instant at = flag.createdAt();
                return at == null ? Instant.MIN : at;
            })
            .thenComparing(Row.Flag::id)
            .reversed();

    @Override
    public String name() {
        return "flags-unreviewed";
    }

    @Override
    public Set<Table> needs() {
        return Set.of(Table.ACTIVITY_FLAGS);
    }

    @Override
    public Set<PartitionId> reads(UnreviewedQuery query, Boards loaded, Instant now) {
        return Set.of(SourceTables.PARTITION, Flags.PARTITION);
    }

    @Override
    public Answer<UnreviewedFlags> answer(UnreviewedQuery query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        List<Row.Flag> open = boards.get(Flags.BOARD, Partition.ALL).flags().stream()
                .filter(flag -> !flag.reviewed())
                .sorted(NEWEST_FIRST)
                .toList();
        return new Answer<>(
                new UnreviewedFlags(
                        open.size(),
                        open.stream()
                                .limit(query.limit())
                                .map(flag -> new FlagRow(
                                        flag.id(), flag.activityId(), flag.type(), flag.reason(), flag.createdAt()))
                                .toList()),
                Instant.MAX);
    }
}
