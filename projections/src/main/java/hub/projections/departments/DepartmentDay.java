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

/**
 * PodFactory work of one Central day, per stored department name (null included).
 *
 * @param byDepartment who did how much
 * @param roles the same work by role id; rows without a role stand under null
 */
public record DepartmentDay(
        Map<@Nullable String, Map<Long, Tally>> byDepartment, Map<@Nullable String, Map<@Nullable Long, Tally>> roles) {

    public static final Board<DepartmentDay> BOARD =
            new Board<>("departments", Kind.SUMS, Retention.HISTORY, DepartmentDay::decode);

    /** Feeds {@link #BOARD}: one entry per employee, role and department. */
    public static final ReadModel<Row.Activity> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, DepartmentDay::cells);

    private static DepartmentDay decode(Map<String, String> fields) {
        Map<@Nullable String, Map<Long, Tally>> byDepartment = new HashMap<>();
        Map<@Nullable String, Map<@Nullable Long, Tally>> roles = new HashMap<>();
        Fields.forEachTally(fields, (entry, tally) -> {
            List<String> parts = Fields.split(entry, 3);
            String department = Fields.nullableText(parts.get(2));
            byDepartment
                    .computeIfAbsent(department, name -> new HashMap<>())
                    .merge(Long.valueOf(parts.get(0)), tally, Tally::plus);
            roles.computeIfAbsent(department, name -> new HashMap<>())
                    .merge(Fields.nullableLong(parts.get(1)), tally, Tally::plus);
        });
        return new DepartmentDay(byDepartment, roles);
    }

    private static void cells(Row.Activity row, Cells out) {
        if (row.fromPodfactory()) {
            out.sum(
                    new Partition.Day(CentralDay.of(row.windowStart()).date()),
                    Fields.of(row.employeeId(), row.roleId(), Fields.text(row.department())),
                    new Tally(1, row.items()));
        }
    }
}
