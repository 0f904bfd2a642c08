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

/** What people earned, as the portal's table has it, by id. The source may lack the table: see {@link hub.projections.source}. */
public record PersonalAchievements(List<Row.EarnedAchievement> earned) {

    public static final Board<PersonalAchievements> BOARD =
            new Board<>("personal-achievements", Kind.FACTS, Retention.FOREVER, PersonalAchievements::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.EarnedAchievement> MODEL = new ReadModel<>(
            BOARD, Table.EMPLOYEE_ACHIEVEMENTS, Row.EarnedAchievement.class, PersonalAchievements::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static PersonalAchievements decode(Map<String, String> fields) {
        return new PersonalAchievements(
                Fields.facts(fields, PersonalAchievements::entry, Comparator.comparingLong(Row.EarnedAchievement::id)));
    }

    private static Row.EarnedAchievement entry(long id, String value) {
        List<String> parts = Fields.split(value, 4);
        return new Row.EarnedAchievement(
                id,
                Long.parseLong(parts.get(0)),
                parts.get(3).substring(1),
                Fields.nullableInstant(parts.get(1)),
                Fields.nullableLong(parts.get(2)));
    }

    private static void cells(Row.EarnedAchievement row, Cells out) {
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(row.employeeId(), row.earnedAt(), row.pointsAwarded(), Fields.text(row.key())));
    }
}
