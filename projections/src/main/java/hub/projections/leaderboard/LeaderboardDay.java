package hub.projections.leaderboard;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every employee did on one Central day: items by role, and PodFactory items by activity type. */
public record LeaderboardDay(Map<Long, Work> byEmployee) {

    /**
     * @param byRole items of all sources by role id; rows without a role stand under null
     * @param podfactoryByType items of PodFactory rows by activity type; null for rows without one
     */
    public record Work(Map<@Nullable Long, Tally> byRole, Map<@Nullable String, Tally> podfactoryByType) {

        static final Work NONE = new Work(Map.of(), Map.of());

        /** Items of all sources and roles. */
        public long items() {
            long items = 0;
            for (Tally tally : byRole.values()) {
                items += tally.items();
            }
            return items;
        }
    }

    public static final Board<LeaderboardDay> BOARD =
            new Board<>("leaderboard", Kind.SUMS, Retention.HISTORY, LeaderboardDay::decode);

    /** Feeds {@link #BOARD}: one entry per employee, role, source class and activity type. */
    public static final ReadModel<Row.Activity> MODEL =
            new ReadModel<>(BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, LeaderboardDay::cells);

    public Work of(long employeeId) {
        return byEmployee.getOrDefault(employeeId, Work.NONE);
    }

    /** Items of everybody's PodFactory rows of that activity type. */
    public long podfactoryItems(String activityType) {
        long items = 0;
        for (Work work : byEmployee.values()) {
            items += work.podfactoryByType()
                    .getOrDefault(activityType, Tally.ZERO)
                    .items();
        }
        return items;
    }

    private static LeaderboardDay decode(Map<String, String> fields) {
        Map<Long, Work> byEmployee = new HashMap<>();
        Fields.forEachTally(fields, (entry, tally) -> {
            List<String> parts = Fields.split(entry, 4);
            Work work = byEmployee.computeIfAbsent(
                    Long.valueOf(parts.get(0)), id -> new Work(new HashMap<>(), new HashMap<>()));
            work.byRole().merge(Fields.nullableLong(parts.get(1)), tally, Tally::plus);
            if (parts.get(2).equals("1")) {
                work.podfactoryByType().merge(Fields.nullableText(parts.get(3)), tally, Tally::plus);
            }
        });
        return new LeaderboardDay(byEmployee);
    }

    private static void cells(Row.Activity row, Cells out) {
        out.sum(
                new Partition.Day(CentralDay.of(row.windowStart()).date()),
                Fields.of(
                        row.employeeId(), row.roleId(), row.fromPodfactory() ? 1 : 0, Fields.text(row.activityType())),
                new Tally(1, row.items()));
    }
}
