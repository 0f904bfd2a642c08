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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long everybody worked where on one Central day, and in how many windows, by stored department name. */
public record DepartmentTime(Map<Long, List<Stay>> byEmployee) {

    /**
     * @param department null for rows without one
     * @param podfactory whether the rows came from PodFactory
     * @param windows how many rows
     * @param seconds how long they are together; a row without an end, or with one before its start, has no length
     */
    public record Stay(@Nullable String department, boolean podfactory, long windows, long seconds) {}

    public static final Board<DepartmentTime> BOARD =
            new Board<>("department-time", Kind.SUMS, Retention.HISTORY, DepartmentTime::decode);

    /** Feeds {@link #BOARD}: one entry per employee, source class and department, with seconds in the place of items. */
    public static final ReadModel<Row.Activity> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, DepartmentTime::cells);

    public List<Stay> of(long employeeId) {
        return byEmployee.getOrDefault(employeeId, List.of());
    }

    private static DepartmentTime decode(Map<String, String> fields) {
        Map<Long, List<Stay>> byEmployee = new HashMap<>();
        Fields.forEachTally(fields, (entry, tally) -> {
            List<String> parts = Fields.split(entry, 3);
            byEmployee
                    .computeIfAbsent(Long.valueOf(parts.get(0)), id -> new ArrayList<>(2))
                    .add(new Stay(
                            Fields.nullableText(parts.get(2)), parts.get(1).equals("1"), tally.rows(), tally.items()));
        });
        return new DepartmentTime(byEmployee);
    }

    private static void cells(Row.Activity row, Cells out) {
        out.sum(
                new Partition.Day(CentralDay.of(row.windowStart()).date()),
                Fields.of(row.employeeId(), row.fromPodfactory() ? 1 : 0, Fields.text(row.department())),
                new Tally(1, seconds(row)));
    }

    private static long seconds(Row.Activity row) {
        Instant end = row.windowEnd();
        return end == null
                ? 0
                : Math.max(0, Duration.between(row.windowStart(), end).toSeconds());
    }
}
