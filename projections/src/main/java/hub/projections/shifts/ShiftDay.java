package hub.projections.shifts;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.time.CentralDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shifts that began on one Central day, by employee, each list in order of clock-in. */
public record ShiftDay(Map<Long, List<Shift>> byEmployee) {

    public static final Board<ShiftDay> BOARD = new Board<>("shifts", Kind.FACTS, Retention.HISTORY, ShiftDay::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Clock> MODEL =
            new ReadModel<>(BOARD, Table.CLOCK_TIMES, Row.Clock.class, ShiftDay::cells);

    public List<Shift> of(long employeeId) {
        return byEmployee.getOrDefault(employeeId, List.of());
    }

    private static ShiftDay decode(Map<String, String> fields) {
        Map<Long, List<Shift>> byEmployee = new HashMap<>();
        fields.forEach((key, value) -> {
            Shift shift = decode(Long.parseLong(key), Fields.split(value, 5));
            byEmployee
                    .computeIfAbsent(shift.employeeId(), id -> new ArrayList<>(1))
                    .add(shift);
        });
        byEmployee
                .values()
                .forEach(shifts ->
                        shifts.sort(Comparator.comparing(Shift::clockIn).thenComparing(Shift::id)));
        return new ShiftDay(byEmployee);
    }

    private static Shift decode(long id, List<String> parts) {
        return new Shift(
                id,
                Long.parseLong(parts.get(0)),
                Fields.instant(parts.get(1)),
                Fields.nullableInstant(parts.get(2)),
                parts.get(3).equals("-") ? null : new BigDecimal(parts.get(3)),
                Long.parseLong(parts.get(4)));
    }

    private static void cells(Row.Clock row, Cells out) {
        BigDecimal total = row.totalMinutes();
        Long breaks = row.breakMinutes();
        out.fact(
                new Partition.Day(CentralDay.of(row.clockIn()).date()),
                row.id(),
                Fields.of(
                        row.employeeId(),
                        row.clockIn(),
                        row.clockOut(),
                        total == null ? null : total.toPlainString(),
                        breaks == null ? 0 : breaks));
    }
}
