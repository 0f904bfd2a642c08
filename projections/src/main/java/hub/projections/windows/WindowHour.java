package hub.projections.windows;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The activity windows that began in one UTC hour. Kept for the recent days only. */
public record WindowHour(List<Window> windows) {

    /**
     * @param end the start itself if the row has none
     * @param podfactory see {@link Row.Activity#fromPodfactory}
     */
    public record Window(
            long id,
            long employeeId,
            @Nullable Long roleId,
            long items,
            Instant start,
            Instant end,
            boolean podfactory,
            @Nullable String activityType,
            @Nullable String department) {}

    public static final Board<WindowHour> BOARD =
            new Board<>("windows", Kind.FACTS, Retention.RECENT, WindowHour::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Activity> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, WindowHour::cells);

    private static WindowHour decode(Map<String, String> fields) {
        List<Window> windows = new ArrayList<>(fields.size());
        fields.forEach((key, value) -> {
            List<String> parts = Fields.split(value, 7);
            Instant start = Fields.instant(parts.get(3));
            List<@Nullable String> texts = Fields.splitTexts(parts.get(6), 2);
            windows.add(new Window(
                    Long.parseLong(key),
                    Long.parseLong(parts.get(0)),
                    Fields.nullableLong(parts.get(1)),
                    Long.parseLong(parts.get(2)),
                    start,
                    parts.get(4).equals("-") ? start : Fields.instant(parts.get(4)),
                    parts.get(5).equals("1"),
                    texts.get(0),
                    texts.get(1)));
        });
        return new WindowHour(List.copyOf(windows));
    }

    private static void cells(Row.Activity row, Cells out) {
        out.fact(
                Partition.Hour.of(row.windowStart()),
                row.id(),
                Fields.of(
                        row.employeeId(),
                        row.roleId(),
                        row.items(),
                        row.windowStart(),
                        row.windowEnd(),
                        row.fromPodfactory() ? 1 : 0,
                        Fields.texts(row.activityType(), row.department())));
    }
}
