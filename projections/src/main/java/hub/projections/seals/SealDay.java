package hub.projections.seals;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of one Central day's record, oldest first. A view that reads one contains the rows that it seals. */
public record SealDay(List<Version> versions) {

    /**
     * @param number counts from 1
     * @param kind {@code provisional}, {@code closing} or {@code restated}
     * @param evaluatedAt the instant at which what runs with time was evaluated
     * @param hash of the sealed rows
     * @param position a source position that the sealed figures contain, as the server prints it; may be empty
     */
    public record Version(
            long number, String kind, Instant evaluatedAt, Instant sealedAt, long rows, String hash, String position) {}

    public static final Board<SealDay> BOARD = new Board<>("seals", Kind.FACTS, Retention.HISTORY, SealDay::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Seal> MODEL = new ReadModel<>(BOARD, Table.SEALS, Row.Seal.class, SealDay::cells);

    public Optional<Version> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    private static SealDay decode(Map<String, String> fields) {
        List<Version> versions = new ArrayList<>(fields.size());
        for (String value : fields.values()) {
            List<String> parts = Fields.split(value, 5);
            List<String> texts = Fields.splitTexts(parts.get(4), 3).stream()
                    .map(text -> text == null ? "" : text)
                    .toList();
            versions.add(new Version(
                    Long.parseLong(parts.get(0)),
                    texts.get(0),
                    Fields.instant(parts.get(1)),
                    Fields.instant(parts.get(2)),
                    Long.parseLong(parts.get(3)),
                    texts.get(1),
                    texts.get(2)));
        }
        versions.sort(Comparator.comparingLong(Version::number));
        return new SealDay(List.copyOf(versions));
    }

    private static void cells(Row.Seal row, Cells out) {
        out.fact(
                new Partition.Day(row.scoreDate()),
                row.id(),
                Fields.of(
                        row.version(),
                        row.evaluatedAt(),
                        row.sealedAt(),
                        row.rowCount(),
                        Fields.texts(row.kind(), row.hash(), row.position())));
    }
}
