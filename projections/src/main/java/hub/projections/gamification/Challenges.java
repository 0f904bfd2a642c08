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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The challenges of teams, by id. The source may lack the table: see {@link hub.projections.source}. */
public record Challenges(List<Row.Challenge> challenges) {

    public static final Board<Challenges> BOARD =
            new Board<>("challenges", Kind.FACTS, Retention.FOREVER, Challenges::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Challenge> MODEL =
            new ReadModel<>(BOARD, Table.TEAM_CHALLENGES, Row.Challenge.class, Challenges::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static Challenges decode(Map<String, String> fields) {
        return new Challenges(Fields.facts(fields, Challenges::entry, Comparator.comparingLong(Row.Challenge::id)));
    }

    private static Row.Challenge entry(long id, String value) {
        List<String> parts = Fields.split(value, 8);
        List<@Nullable String> texts = Fields.splitTexts(parts.get(7), 3);
        return new Row.Challenge(
                id,
                Fields.nullableLong(parts.get(0)),
                texts.get(0),
                texts.get(1),
                texts.get(2),
                Fields.nullableDecimal(parts.get(1)),
                Fields.nullableDecimal(parts.get(2)),
                Fields.nullableDate(parts.get(3)),
                Fields.nullableDate(parts.get(4)),
                Fields.nullableLong(parts.get(5)),
                parts.get(6).equals("1"));
    }

    private static void cells(Row.Challenge row, Cells out) {
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.roleId(),
                        Fields.decimal(row.targetValue()),
                        Fields.decimal(row.currentValue()),
                        row.startDate(),
                        row.endDate(),
                        row.rewardPoints(),
                        row.active() ? 1 : 0,
                        Fields.texts(row.type(), row.name(), row.description())));
    }
}
