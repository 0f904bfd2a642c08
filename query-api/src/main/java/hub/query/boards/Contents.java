package hub.query.boards;

import hub.projections.board.Board;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One version of one partition; decoded when first asked for, and only once. Safe for concurrent use. */
final class Contents {

    private @Nullable Map<String, String> fields;
    private @Nullable Object decoded;

    Contents(Map<String, String> fields) {
        this.fields = fields;
    }

    @SuppressWarnings("unchecked") // a board's name determines its type
    synchronized <T> T as(Board<T> board) {
        if (decoded == null) {
            decoded = board.decode().apply(Objects.requireNonNull(fields));
            fields = null;
        }
        return (T) decoded;
    }
}
