package hub.projections.source;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import hub.projections.view.Boards;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the tables that a source may lack (see {@link Table#isOptional}) it has: a board of facts like any other, so that
 * a view can tell "no such table" from "no rows" at every position. Written by the commit that carries the table's
 * {@code CREATE}, or the snapshot that saw it. A table never leaves the board: a stream whose table goes away ends, and the
 * next generation begins without it.
 *
 * @param names of the optional tables that are there
 */
public record SourceTables(Set<String> names) {

    public static final Board<SourceTables> BOARD =
            new Board<>("source-tables", Kind.FACTS, Retention.FOREVER, SourceTables::decode);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    /** @throws NotInSource if the source has not all of {@code tables}; {@link #PARTITION} must be loaded */
    public static void require(Set<Table> tables, Boards boards) {
        SourceTables there = boards.get(BOARD, Partition.ALL);
        tables.stream().filter(table -> !there.has(table)).sorted().findFirst().ifPresent(missing -> {
            throw new NotInSource(missing);
        });
    }

    /** Whether the source has that table. */
    public boolean has(Table table) {
        return !table.isOptional() || names.contains(table.sqlName());
    }

    /** The entry of {@code table} in {@link #BOARD}; its value is the table's name. */
    public static long entry(Table table) {
        return table.ordinal();
    }

    /** The fields of {@link #PARTITION} when {@code present} are there; those that no source lacks are left out. */
    public static Map<String, String> fields(Collection<Table> present) {
        Map<String, String> fields = new HashMap<>();
        present.stream()
                .filter(Table::isOptional)
                .forEach(table -> fields.put(Long.toString(entry(table)), table.sqlName()));
        return fields;
    }

    private static SourceTables decode(Map<String, String> fields) {
        return new SourceTables(fields.values().stream().collect(Collectors.toUnmodifiableSet()));
    }
}
