package hub.projections.heatmap;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PodFactory work of one Central day by UTC hour; which wall-clock hour that is, is decided when it is shown. */
public record HeatmapDay(List<Entry> entries) {

    /** @param hour the first instant of a UTC hour */
    public record Entry(Instant hour, @Nullable Long roleId, long employeeId, Tally tally) {}

    public static final Board<HeatmapDay> BOARD =
            new Board<>("heatmap", Kind.SUMS, Retention.HISTORY, HeatmapDay::decode);

    /** Feeds {@link #BOARD}: one entry per UTC hour, role and employee. */
    public static final ReadModel<Row.Activity> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, HeatmapDay::cells);

    private static final int SECONDS_PER_HOUR = 3600;

    private static HeatmapDay decode(Map<String, String> fields) {
        List<Entry> entries = new ArrayList<>(fields.size());
        Fields.forEachTally(fields, (entry, tally) -> {
            List<String> parts = Fields.split(entry, 3);
            entries.add(new Entry(
                    Instant.ofEpochSecond(Long.parseLong(parts.get(0)) * SECONDS_PER_HOUR),
                    Fields.nullableLong(parts.get(1)),
                    Long.parseLong(parts.get(2)),
                    tally));
        });
        return new HeatmapDay(List.copyOf(entries));
    }

    private static void cells(Row.Activity row, Cells out) {
        if (row.fromPodfactory()) {
            out.sum(
                    new Partition.Day(CentralDay.of(row.windowStart()).date()),
                    Fields.of(
                            Math.floorDiv(row.windowStart().getEpochSecond(), SECONDS_PER_HOUR),
                            row.roleId(),
                            row.employeeId()),
                    new Tally(1, row.items()));
        }
    }
}
