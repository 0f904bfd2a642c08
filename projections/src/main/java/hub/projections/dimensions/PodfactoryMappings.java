package hub.projections.dimensions;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The PodFactory addresses that are mapped to each employee, verified or not, in alphabetical order. */
public record PodfactoryMappings(Map<Long, List<String>> emails) {

    public static final Board<PodfactoryMappings> BOARD =
            new Board<>("mappings", Kind.FACTS, Retention.FOREVER, PodfactoryMappings::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.PodfactoryMapping> MODEL = new ReadModel<>(
            BOARD, Table.EMPLOYEE_PODFACTORY_MAPPING, Row.PodfactoryMapping.class, PodfactoryMappings::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static PodfactoryMappings decode(Map<String, String> fields) {
        Map<Long, List<String>> emails = new HashMap<>();
        for (String value : fields.values()) {
            List<String> parts = Fields.split(value, 2);
            emails.computeIfAbsent(Long.valueOf(parts.get(0)), employee -> new ArrayList<>(1))
                    .add(parts.get(1).substring(1));
        }
        emails.values().forEach(of -> of.sort(Comparator.naturalOrder()));
        return new PodfactoryMappings(emails);
    }

    private static void cells(Row.PodfactoryMapping row, Cells out) {
        if (row.email() != null) {
            out.fact(Partition.ALL, row.id(), Fields.of(row.employeeId(), Fields.text(row.email())));
        }
    }
}
