package hub.projections.flags;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All flags, by id. The source may lack the table: see {@link hub.projections.source}. */
public record Flags(List<Row.Flag> flags) {

    public static final Board<Flags> BOARD = new Board<>("flags", Kind.FACTS, Retention.FOREVER, Flags::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Flag> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_FLAGS, Row.Flag.class, Flags::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static Flags decode(Map<String, String> fields) {
        return new Flags(Fields.facts(fields, Flags::entry, Comparator.comparingLong(Row.Flag::id)));
    }

    private static Row.Flag entry(long id, String value) {
        List<String> parts = Fields.split(value, 5);
        List<@Nullable String> texts = Fields.splitTexts(parts.get(4), 2);
        return new Row.Flag(
                id,
                Long.parseLong(parts.get(0)),
                String.valueOf(texts.get(0)),
                texts.get(1),
                parts.get(1).equals("1"),
                Fields.nullableInstant(parts.get(2)),
                Fields.nullableInstant(parts.get(3)));
    }

    private static void cells(Row.Flag row, Cells out) {
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.activityId(),
                        row.reviewed() ? 1 : 0,
                        row.reviewedAt(),
                        row.createdAt(),
                        Fields.texts(row.type(), row.reason())));
    }
}
