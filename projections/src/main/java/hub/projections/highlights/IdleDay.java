package hub.projections.highlights;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The open alerts about episodes of idleness that began on one Central day, the longest first. */
public record IdleDay(List<Episode> open) {

    /**
     * @param since when the last thing was done, or the shift began
     * @param neverWorked whether nothing was done in the shift
     */
    public record Episode(long employeeId, Instant since, boolean critical, boolean neverWorked) {}

    public static final Board<IdleDay> BOARD = new Board<>("idle", Kind.FACTS, Retention.RECENT, IdleDay::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.IdleAlert> MODEL =
            new ReadModel<>(BOARD, Table.ALERTS, Row.IdleAlert.class, IdleDay::cells);

    private static IdleDay decode(Map<String, String> fields) {
        List<Episode> open = new ArrayList<>(fields.size());
        for (String value : fields.values()) {
            List<String> parts = Fields.split(value, 4);
            open.add(new Episode(
                    Long.parseLong(parts.get(0)),
                    Fields.instant(parts.get(1)),
                    parts.get(2).equals("1"),
                    parts.get(3).equals("1")));
        }
        open.sort(Comparator.comparing(Episode::since).thenComparing(Episode::employeeId));
        return new IdleDay(List.copyOf(open));
    }

    private static void cells(Row.IdleAlert row, Cells out) {
        if (row.closedAt() == null && row.kind().equals("idle")) {
            out.fact(
                    new Partition.Day(CentralDay.of(row.since()).date()),
                    row.id(),
                    Fields.of(
                            row.employeeId(),
                            row.since(),
                            row.severity().equals("critical") ? 1 : 0,
                            row.status().equals("idle_since_clock_in") ? 1 : 0));
        }
    }
}
