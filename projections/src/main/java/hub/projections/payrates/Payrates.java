package hub.projections.payrates;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is recorded of everybody's pay, by employee. */
public record Payrates(Map<Long, Pay> byEmployee) {

    private record Recorded(long id, Pay pay) {}

    public static final Board<Payrates> BOARD =
            new Board<>("payrates", Kind.FACTS, Retention.FOREVER, Payrates::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Payrate> MODEL =
            new ReadModel<>(BOARD, Table.EMPLOYEE_PAYRATES, Row.Payrate.class, Payrates::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static final String SALARY = "salary";

    public Optional<Pay> recorded(long employeeId) {
        return Optional.ofNullable(byEmployee.get(employeeId));
    }

    /** The recorded pay, else the default. */
    public Pay of(long employeeId) {
        return byEmployee.getOrDefault(employeeId, Pay.DEFAULT);
    }

    private static Payrates decode(Map<String, String> fields) {
        Map<Long, Recorded> youngest = HashMap.newHashMap(fields.size());
        fields.forEach((key, value) -> {
            List<String> parts = Fields.split(value, 5);
            youngest.merge(
                    Long.parseLong(parts.get(0)),
                    new Recorded(Long.parseLong(key), pay(parts)),
                    // One row per employee is the schema's rule; without its key the youngest row counts.
                    (one, other) -> one.id() > other.id() ? one : other);
        });
        Map<Long, Pay> byEmployee = HashMap.newHashMap(youngest.size());
        youngest.forEach((employee, recorded) -> byEmployee.put(employee, recorded.pay()));
        return new Payrates(Map.copyOf(byEmployee));
    }

    private static Pay pay(List<String> parts) {
        return Pay.of(
                parts.get(1).equals("-") ? null : new BigDecimal(parts.get(1)),
                parts.get(2).equals("1"),
                parts.get(3).equals("-") ? null : LocalDate.parse(parts.get(3)),
                Fields.nullableText(parts.get(4)));
    }

    private static void cells(Row.Payrate row, Cells out) {
        BigDecimal rate = row.payRate();
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.employeeId(),
                        rate == null ? null : rate.toPlainString(),
                        SALARY.equals(row.payType()) ? 1 : 0,
                        row.effectiveDate(),
                        Fields.text(row.notes())));
    }
}
