package hub.mysql;

import hub.projections.change.Layout;
import hub.projections.change.RangeColumn;
import hub.projections.change.Row;
import hub.projections.change.RowMapper;
import hub.projections.change.Table;
import hub.projections.change.TextValues;
import hub.projections.store.SourcePosition;
import io.r2dbc.spi.Readable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One consistent read: all rows that it returns stood in the source at one moment. Ask for one slice at a time. */
public final class SourceRead {

    private final Sql sql;
    private final SourcePosition positionAtLeast;

    SourceRead(Sql sql, SourcePosition positionAtLeast) {
        this.sql = sql;
        this.positionAtLeast = positionAtLeast;
    }

    /** A position that is certainly contained in what is read; {@link SourcePosition#NONE} if the source tells none. */
    public SourcePosition positionAtLeast() {
        return positionAtLeast;
    }

    /**
     * The rows of a slice, in no particular order; one that cannot be read as {@link Row.Unreadable}.
     *
     * @throws IllegalArgumentException if {@code slice} does not fit {@code table}
     */
    public Flux<Row> rows(Table table, Slice slice) {
        return rows(table, slice, RangeColumn.of(table));
    }

    /** @param column what the slice is a range of */
    Flux<Row> rows(Table table, Slice slice, Optional<RangeColumn> column) {
        return layout(table)
                .flatMapMany(layout -> layout.isPresent()
                        ? rows(table, slice, column, TextValues.select(table, layout))
                        : Flux.empty());
    }

    private Flux<Row> rows(Table table, Slice slice, Optional<RangeColumn> column, String columns) {
        String select = "SELECT " + columns + " FROM `" + table.sqlName() + "`";
        return switch (slice) {
            case Slice.Whole whole -> sql.rows(row -> read(table, row), select);
            case Slice.Instants(var from, var to) ->
                sql.rows(
                        row -> read(table, row),
                        select + range(table, column, false),
                        LocalDateTime.ofInstant(from, ZoneOffset.UTC),
                        LocalDateTime.ofInstant(to, ZoneOffset.UTC));
            case Slice.Days(var from, var to) ->
                sql.rows(row -> read(table, row), select + range(table, column, true), from, to);
        };
    }

    /** The captured tables that are there. */
    Mono<Set<Table>> tables() {
        return Flux.fromArray(Table.values())
                .concatMap(table -> layout(table).filter(Layout::isPresent).map(layout -> table))
                .collect(Collectors.toSet());
    }

    /** What is there of a table that may lack something; asked each time, for it may come. */
    private Mono<Layout> layout(Table table) {
        return table.isCertain()
                ? Mono.just(Layout.COMPLETE)
                : sql.rows(row -> String.valueOf(row.get(0, String.class)), Layout.columnsOf(table))
                        .collectList()
                        .map(columns -> Layout.of(table, columns));
    }

    private static String range(Table table, Optional<RangeColumn> column, boolean day) {
        String name = column.filter(range -> range.day() == day)
                .orElseThrow(() -> new IllegalArgumentException(table.sqlName() + " has no such range"))
                .name();
        return " WHERE `" + name + "` >= ? AND `" + name + "` < ?";
    }

    private static Row read(Table table, Readable row) {
        @Nullable String[] values = new @Nullable String[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i, String.class);
        }
        return RowMapper.map(table, new TextValues(values));
    }
}
