package hub.projections.shifts;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.change.RangeColumn;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.time.CentralDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who clocked out on one Central day, and when. A clock-out belongs to the day on which it happened, which may be any
 * number of days after the shift's own, so {@link ShiftDay} cannot tell.
 */
public record ClockOutDay(List<ClockOut> clockOuts) {

    public record ClockOut(long employeeId, Instant at) {}

    public static final Board<ClockOutDay> BOARD =
            new Board<>("clockouts", Kind.FACTS, Retention.HISTORY, ClockOutDay::decode);

    private static final Optional<RangeColumn> FILED_BY = Optional.of(new RangeColumn("clock_out", false));

    /** Feeds {@link #BOARD}; open shifts have no cell. */
    public static final ReadModel<Row.Clock> MODEL =
            new ReadModel<>(BOARD, Table.CLOCK_TIMES, FILED_BY, Row.Clock.class, ClockOutDay::cells);

    private static ClockOutDay decode(Map<String, String> fields) {
        List<ClockOut> clockOuts = new ArrayList<>(fields.size());
        for (String value : fields.values()) {
            List<String> parts = Fields.split(value, 2);
            clockOuts.add(new ClockOut(Long.parseLong(parts.get(0)), Fields.instant(parts.get(1))));
        }
        return new ClockOutDay(List.copyOf(clockOuts));
    }

    private static void cells(Row.Clock row, Cells out) {
        Instant at = row.clockOut();
        if (at != null) {
            out.fact(new Partition.Day(CentralDay.of(at).date()), row.id(), Fields.of(row.employeeId(), at));
        }
    }
}
