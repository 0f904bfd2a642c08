package hub.projections.departments;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.board.Tally;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.time.CentralDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PodFactory work of one Central day: per stored department name (null included), who did how much. */
public record DepartmentDay(Map<@Nullable String, Map<Long, Tally>> byDepartment) {

    public static final Board<DepartmentDay> BOARD =
            new Board<>("departments", Kind.SUMS, Retention.HISTORY, DepartmentDay::decode);

    /** Feeds {@link #BOARD}: one entry per employee and department. */
    public static final ReadModel<Row.Activity> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, DepartmentDay::cells);

    private static DepartmentDay decode(Map<String, String> fields) {
        Map<@Nullable String, Map<Long, Tally>> byDepartment = new HashMap<>();
        Fields.forEachTally(fields, (entry, tally) -> {
            List<String> parts = Fields.split(entry, 2);
            byDepartment
                    .computeIfAbsent(Fields.nullableText(parts.get(1)), name -> new HashMap<>())
                    .put(Long.valueOf(parts.get(0)), tally);
        });
        return new DepartmentDay(byDepartment);
    }

    private static void cells(Row.Activity row, Cells out) {
        if (row.fromPodfactory()) {
            out.sum(
                    new Partition.Day(CentralDay.of(row.windowStart()).date()),
                    Fields.of(row.employeeId(), Fields.text(row.department())),
                    new Tally(1, row.items()));
        }
    }
}
