package hub.ingest;

import hub.projections.board.Board;
import hub.projections.board.Cells;
import hub.projections.board.Partition;
import hub.projections.board.Tally;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read models that keep every row as it came, and add up rows, so that a change applied twice or never shows. */
final class MirrorModels {

    private MirrorModels() {}

    static List<ReadModel<?>> all() {
        List<ReadModel<?>> models = new ArrayList<>();
        Arrays.stream(Table.values()).filter(t -> t != Table.HEARTBEAT).forEach(table -> {
            models.add(new ReadModel<>(facts(table), table, Optional.empty(), Row.class, MirrorModels::mirror));
            models.add(new ReadModel<>(sums(table), table, Optional.empty(), Row.class, MirrorModels::count));
        });
        return models;
    }

    static Board<Map<String, String>> facts(Table table) {
        return new Board<>("mirror-" + table.sqlName(), Board.Kind.FACTS, Board.Retention.FOREVER, fields -> fields);
    }

    static Board<Map<String, String>> sums(Table table) {
        return new Board<>("count-" + table.sqlName(), Board.Kind.SUMS, Board.Retention.FOREVER, fields -> fields);
    }

    private static void mirror(Row row, Cells out) {
        out.fact(Partition.ALL, row.id(), row.toString());
    }

    private static void count(Row row, Cells out) {
        out.sum(Partition.ALL, "rows", new Tally(1, row instanceof Row.Activity a ? a.items() : 0));
    }
}
