package hub.projections.departments;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The targets that people set for departments, by department name. No calculation uses them. */
public record DepartmentTargets(List<TargetRow> targets) {

    public static final Board<DepartmentTargets> BOARD =
            new Board<>("targets", Kind.FACTS, Retention.FOREVER, DepartmentTargets::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.DepartmentTarget> MODEL =
            new ReadModel<>(BOARD, Table.DEPARTMENT_TARGETS, Row.DepartmentTarget.class, DepartmentTargets::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static DepartmentTargets decode(Map<String, String> fields) {
        List<TargetRow> targets = new ArrayList<>(fields.size());
        for (String value : fields.values()) {
            List<String> parts = Fields.split(value, 2);
            targets.add(new TargetRow(
                    parts.get(1).substring(1), parts.get(0).equals("-") ? null : new BigDecimal(parts.get(0))));
        }
        targets.sort(Comparator.comparing(TargetRow::departmentName));
        return new DepartmentTargets(List.copyOf(targets));
    }

    private static void cells(Row.DepartmentTarget row, Cells out) {
        BigDecimal rate = row.ratePerPerson();
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(rate == null ? null : rate.toPlainString(), Fields.text(row.departmentName())));
    }
}
