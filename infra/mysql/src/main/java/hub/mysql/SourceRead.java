package hub.mysql;

import hub.projections.change.Row;
import hub.projections.change.RowMapper;
import hub.projections.change.Table;
import hub.projections.change.TextValues;
import hub.projections.store.SourcePosition;
import io.r2dbc.spi.Readable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

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
        String select = "SELECT " + TextValues.select(table) + " FROM `" + table.sqlName() + "`";
        return switch (slice) {
            case Slice.Whole whole -> sql.rows(row -> read(table, row), select);
            case Slice.Instants(var from, var to) ->
                sql.rows(
                        row -> read(table, row),
                        select + range(table, false),
                        LocalDateTime.ofInstant(from, ZoneOffset.UTC),
                        LocalDateTime.ofInstant(to, ZoneOffset.UTC));
            case Slice.Days(var from, var to) ->
                sql.rows(row -> read(table, row), select + range(table, true), from, to);
        };
    }

    private static String range(Table table, boolean day) {
        String column = RangeColumn.of(table)
                .filter(range -> range.day() == day)
                .orElseThrow(() -> new IllegalArgumentException(table.sqlName() + " has no such range"))
                .name();
        return " WHERE `" + column + "` >= ? AND `" + column + "` < ?";
    }

    private static Row read(Table table, Readable row) {
        @Nullable String[] values = new @Nullable String[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i, String.class);
        }
        return RowMapper.map(table, new TextValues(values));
    }
}
