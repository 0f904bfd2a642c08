package hub.projections.parked;

import hub.projections.board.Fields;
import hub.projections.store.SourcePosition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row of which cells could not be computed: what is known of it, without any of its data.
 *
 * @param id its primary key
 * @param boards the boards that lack it
 * @param reason which column is wrong and how, or which model failed on it
 * @param position the last whole transaction contained when it was parked; {@link SourcePosition#NONE} if a snapshot read it
 */
public record ParkedRow(long id, Set<String> boards, String reason, SourcePosition position) {

    public ParkedRow {
        boards = Set.copyOf(boards);
    }

    /** As the board keeps it under the primary key. */
    public String value() {
        return Fields.of(String.join(",", new TreeSet<>(boards)), reason.replace('|', '/')) + "|"
                + Fields.text(position.text());
    }

    static ParkedRow parse(String id, String value) {
        List<String> parts = Fields.split(value, 3);
        return new ParkedRow(
                Long.parseLong(id),
                Set.of(parts.get(0).split(",")),
                parts.get(1),
                SourcePosition.parse(parts.get(2).substring(1)));
    }
}
