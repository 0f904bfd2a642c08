package hub.ingest.sql;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.RangeColumn;
import hub.projections.time.CentralDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Central days {@code [from, to)}, by which a long history is read in parts. The first of several has no beginning
 * and holds what belongs to no day, too; the last has no end: together they hold everything once.
 *
 * @param from null = no beginning
 * @param to null = no end
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Before it a day did not begin on a full hour, so an hour could lie in two ranges. */
    private static final LocalDate FIRST_EDGE = LocalDate.of(1901, 1, 1);

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /**
     * Ranges of about {@code atOnce} rows each, never less than a day.
     *
     * @param partitions in which the rows are filed
     * @param rows how many rows are filed in them, roughly
     */
    public static List<DayRange> covering(Collection<PartitionId> partitions, long rows, long atOnce) {
        List<LocalDate> days = partitions.stream()
                .flatMap(id -> days(id.partition()))
                .filter(FIRST_EDGE::isBefore)
                .distinct()
                .sorted()
                .toList();
        int step = (int) Math.max(1, days.size() * atOnce / Math.max(1, rows));
        List<DayRange> ranges = new ArrayList<>();
        LocalDate from = null;
        for (int edge = step; edge < days.size(); edge += step) {
            ranges.add(new DayRange(from, days.get(edge)));
            from = days.get(edge);
        }
        ranges.add(new DayRange(from, null));
        return List.copyOf(ranges);
    }

    private static Stream<LocalDate> days(Partition partition) {
        return switch (partition) {
            case Partition.All all -> Stream.empty();
            case Partition.Day day -> Stream.of(day.date());
            case Partition.Hour hour -> Stream.of(CentralDay.of(hour.start()).date());
        };
    }

    /** Whether it is the first one. */
    public boolean isFirst() {
        return from == null;
    }

    /** Whether the partition's day lies in it; what has no day lies in the first. */
    public boolean holds(Partition partition) {
        return days(partition).findFirst().map(this::holds).orElse(isFirst());
    }

    private boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** The SQL condition for the rows that are filed in it by any of {@code columns}. */
    String condition(Collection<RangeColumn> columns) {
        return columns.stream()
                .map(this::condition)
                .reduce((one, other) -> one + " OR " + other)
                .orElse("TRUE");
    }

    private String condition(RangeColumn column) {
        String name = "`" + column.name() + "`";
        String notBefore = from == null ? "TRUE" : name + " >= " + edge(from, column);
        String before = to == null ? "TRUE" : name + " < " + edge(to, column);
        String inside = "(" + notBefore + " AND " + before + ")";
        return isFirst() ? "(" + inside + " OR " + name + " IS NULL)" : inside;
    }

    private static String edge(LocalDate day, RangeColumn column) {
        Instant start = new CentralDay(day).start();
        return "'" + (column.day() ? day.toString() : INSTANT.format(start)) + "'";
    }
}
