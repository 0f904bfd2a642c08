package hub.projections.portal;

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

/** What people set out to reach, by id of the goal. The source may lack the table: see {@link hub.projections.source}. */
public record PersonalGoals(List<Row.Goal> goals) {

    public static final Board<PersonalGoals> BOARD =
            new Board<>("goals", Kind.FACTS, Retention.FOREVER, PersonalGoals::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Goal> MODEL =
            new ReadModel<>(BOARD, Table.EMPLOYEE_GOALS, Row.Goal.class, PersonalGoals::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static PersonalGoals decode(Map<String, String> fields) {
        return new PersonalGoals(Fields.facts(fields, PersonalGoals::entry, Comparator.comparingLong(Row.Goal::id)));
    }

    private static Row.Goal entry(long id, String value) {
        List<String> parts = Fields.split(value, 7);
        List<@Nullable String> texts = Fields.splitTexts(parts.get(6), 2);
        return new Row.Goal(
                id,
                Long.parseLong(parts.get(0)),
                texts.get(0),
                texts.get(1),
                Fields.nullableDecimal(parts.get(1)),
                Fields.nullableDate(parts.get(2)),
                Fields.nullableDate(parts.get(3)),
                parts.get(4).equals("1"),
                Fields.nullableInstant(parts.get(5)));
    }

    private static void cells(Row.Goal row, Cells out) {
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.employeeId(),
                        Fields.decimal(row.targetValue()),
                        row.startDate(),
                        row.endDate(),
                        row.active() ? 1 : 0,
                        row.createdAt(),
                        Fields.texts(row.goalType(), row.metric())));
    }
}
