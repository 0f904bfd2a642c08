package hub.projections.parked;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parked rows of one table, kept as a board of facts in the generation whose boards lack them: written by the same
 * commits, cleared by the same TRUNCATE, rebuilt by the same snapshot.
 *
 * @param rows by primary key
 */
public record ParkedRows(List<ParkedRow> rows) {

    private static final String PREFIX = "parked-";

    public ParkedRows {
        rows = List.copyOf(rows);
    }

    public static Board<ParkedRows> board(Table table) {
        return new Board<>(PREFIX + table.sqlName(), Kind.FACTS, Retention.FOREVER, ParkedRows::decode);
    }

    public static PartitionId partition(Table table) {
        return board(table).in(Partition.ALL);
    }

    public static boolean isListedIn(PartitionId partition) {
        return partition.board().startsWith(PREFIX);
    }

    /**
     * The stored fields without what depends on how the rows arrived: equal for a stream and a snapshot of the same rows.
     */
    public static Map<String, String> comparable(Map<String, String> fields) {
        Map<String, String> comparable = HashMap.newHashMap(fields.size());
        decode(fields)
                .rows()
                .forEach(row -> comparable.put(
                        Long.toString(row.id()),
                        row.boards().stream().sorted().toList().toString()));
        return comparable;
    }

    private static ParkedRows decode(Map<String, String> fields) {
        return new ParkedRows(fields.entrySet().stream()
                .map(field -> ParkedRow.parse(field.getKey(), field.getValue()))
                .sorted(Comparator.comparingLong(ParkedRow::id))
                .toList());
    }
}
