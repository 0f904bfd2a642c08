package hub.projections.stations;

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
import java.util.List;
import java.util.Map;

/**
 * What the mean of the windows' rates of one Central day is made of. Windows of the same length are added up: the sum of
 * their rates is the rate of their sum.
 */
public record RateDay(List<Group> groups) {

    /**
     * Windows of one person, activity and length that have a rate.
     *
     * @param minutes how long each is, {@link #SHORTEST} at least
     * @param windows how many
     * @param items of all of them together
     */
    public record Group(
            long employeeId, boolean podfactory, String activityType, long minutes, long windows, long items) {}

    /** A shorter window counts as so many minutes, so that a moment's work makes no absurd rate (domain 3.10). */
    public static final long SHORTEST = 6;

    public static final Board<RateDay> BOARD =
            new Board<>("station-rates", Kind.SUMS, Retention.HISTORY, RateDay::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Activity> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, RateDay::cells);

    private static RateDay decode(Map<String, String> fields) {
        List<Group> groups = new ArrayList<>(fields.size());
        Fields.forEachTally(fields, (entry, tally) -> {
            List<String> parts = Fields.split(entry, 4);
            groups.add(new Group(
                    Long.parseLong(parts.get(0)),
                    parts.get(1).equals("1"),
                    parts.get(3).substring(1),
                    Long.parseLong(parts.get(2)),
                    tally.rows(),
                    tally.items()));
        });
        return new RateDay(List.copyOf(groups));
    }

    /** A window without items, activity or end has no rate. */
    private static void cells(Row.Activity row, Cells out) {
        Instant end = row.windowEnd();
        String type = row.activityType();
        if (row.items() > 0 && end != null && type != null && !type.isEmpty()) {
            long minutes =
                    Math.max(SHORTEST, Duration.between(row.windowStart(), end).toMinutes());
            out.sum(
                    new Partition.Day(CentralDay.of(row.windowStart()).date()),
                    Fields.of(row.employeeId(), row.fromPodfactory() ? 1 : 0, minutes, Fields.text(type)),
                    new Tally(1, row.items()));
        }
    }
}
