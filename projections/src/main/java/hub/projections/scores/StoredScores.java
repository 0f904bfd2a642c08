package hub.projections.scores;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code daily_scores} of one Central day, by employee. */
public record StoredScores(Map<Long, StoredScore> byEmployee) {

    /** NULL columns count zero, as the legacy reads them. */
    public record StoredScore(long id, long items, BigDecimal points, long activeMinutes, boolean finalized) {
        /** No stored score counts as zero. */
        public static final StoredScore NONE = new StoredScore(0, 0, BigDecimal.ZERO, 0, false);
    }

    public static final Board<StoredScores> BOARD =
            new Board<>("scores", Kind.FACTS, Retention.HISTORY, StoredScores::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Score> MODEL =
            new ReadModel<>(BOARD, Table.DAILY_SCORES, Row.Score.class, StoredScores::cells);

    public Optional<StoredScore> of(long employeeId) {
        return Optional.ofNullable(byEmployee.get(employeeId));
    }

    private static StoredScores decode(Map<String, String> fields) {
        Map<Long, StoredScore> byEmployee = HashMap.newHashMap(fields.size());
        fields.forEach((key, value) -> {
            List<String> parts = Fields.split(value, 5);
            byEmployee.merge(
                    Long.parseLong(parts.get(0)),
                    new StoredScore(
                            Long.parseLong(key),
                            Long.parseLong(parts.get(1)),
                            new BigDecimal(parts.get(2)),
                            Long.parseLong(parts.get(3)),
                            parts.get(4).equals("1")),
                    // One row per employee and day is the schema's rule; without its key the youngest row counts.
                    (one, other) -> one.id() > other.id() ? one : other);
        });
        return new StoredScores(Map.copyOf(byEmployee));
    }

    private static void cells(Row.Score row, Cells out) {
        Long items = row.itemsProcessed();
        BigDecimal points = row.pointsEarned();
        Long active = row.activeMinutes();
        out.fact(
                new Partition.Day(row.scoreDate()),
                row.id(),
                Fields.of(
                        row.employeeId(),
                        items == null ? 0 : items,
                        points == null ? "0" : points.toPlainString(),
                        active == null ? 0 : active,
                        row.finalized() ? 1 : 0));
    }
}
