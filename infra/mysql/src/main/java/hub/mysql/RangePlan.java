package hub.mysql;

import hub.projections.board.Partition;
import hub.projections.change.RangeColumn;
import hub.projections.change.Table;
import hub.projections.time.CentralDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The fewest slices of a table that hold every row of the wanted partitions. It relies on what every read model of a
 * table with a {@link RangeColumn} does: it files a row under the day or the hour of that column.
 */
final class RangePlan {

    private static final Duration HOUR = Duration.ofHours(1);

    private RangePlan() {}

    static List<Slice> of(Table table, Collection<Partition> wanted) {
        return of(RangeColumn.of(table), wanted);
    }

    static List<Slice> of(Optional<RangeColumn> column, Collection<Partition> wanted) {
        if (column.isEmpty() || wanted.contains(Partition.ALL)) {
            return List.of(Slice.WHOLE);
        }
        if (column.get().day()) {
            return Span.joined(wanted.stream().map(RangePlan::days).toList()).stream()
                    .<Slice>map(span -> new Slice.Days(span.from(), span.to()))
                    .toList();
        }
        return Span.joined(wanted.stream().map(RangePlan::instants).toList()).stream()
                .<Slice>map(span -> new Slice.Instants(span.from(), span.to()))
                .toList();
    }

    private static Span<LocalDate> days(Partition partition) {
        return switch (partition) {
            case Partition.Day day -> new Span<>(day.date(), day.date().plusDays(1));
            case Partition.Hour hour -> {
                LocalDate date = CentralDay.of(hour.start()).date();
                yield new Span<>(date, date.plusDays(1));
            }
            case Partition.All all -> throw new IllegalArgumentException("everything is no range");
        };
    }

    private static Span<Instant> instants(Partition partition) {
        return switch (partition) {
            case Partition.Day day -> {
                CentralDay central = new CentralDay(day.date());
                yield new Span<>(central.start(), central.end());
            }
            case Partition.Hour hour -> new Span<>(hour.start(), hour.start().plus(HOUR));
            case Partition.All all -> throw new IllegalArgumentException("everything is no range");
        };
    }
}
