package hub.projections.gamification;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that anybody was awarded, newest first. The source may lack the table: see {@link hub.projections.source}. */
public record AwardList(List<Row.Achievement> awards) {

    public static final Board<AwardList> BOARD =
            new Board<>("awards", Kind.FACTS, Retention.FOREVER, AwardList::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Achievement> MODEL =
            new ReadModel<>(BOARD, Table.ACHIEVEMENTS, Row.Achievement.class, AwardList::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static AwardList decode(Map<String, String> fields) {
        return new AwardList(Fields.facts(
                fields,
                AwardList::entry,
                Comparator.comparing(Row.Achievement::earnedDate)
                        .thenComparing(Row.Achievement::id)
                        .reversed()));
    }

    private static Row.Achievement entry(long id, String value) {
        List<String> parts = Fields.split(value, 4);
        List<@Nullable String> texts = Fields.splitTexts(parts.get(3), 4);
        return new Row.Achievement(
                id,
                Long.parseLong(parts.get(0)),
                String.valueOf(texts.get(0)),
                texts.get(1),
                texts.get(2),
                Fields.nullableLong(parts.get(1)),
                texts.get(3),
                LocalDate.parse(parts.get(2)));
    }

    private static void cells(Row.Achievement row, Cells out) {
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.employeeId(),
                        row.pointsAwarded(),
                        row.earnedDate(),
                        Fields.texts(row.key(), row.name(), row.description(), row.type())));
    }
}
