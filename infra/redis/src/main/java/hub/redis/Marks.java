package hub.redis;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the commit script noticed about a generation.
 *
 * @param damaged why the generation is unusable; null if it is sound
 * @param drift boards in which an entry's row count fell below zero: they no longer mirror MySQL
 * @param overflow boards in which an entry left {@link hub.projections.board.Tally#MAX_ITEMS}
 */
public record Marks(@Nullable String damaged, Set<String> drift, Set<String> overflow) {

    /** Nothing to report. */
    public static final Marks NONE = new Marks(null, Set.of(), Set.of());

    private static final String DRIFT = "drift:";
    private static final String OVERFLOW = "overflow:";

    static Marks parse(Map<String, String> fields) {
        String damaged = fields.get("damaged");
        String writing = fields.get("writing");
        return new Marks(
                damaged == null && writing != null
                        ? "commit " + writing + " was cut off while it was writing"
                        : damaged,
                boards(fields, DRIFT),
                boards(fields, OVERFLOW));
    }

    /** Whether the board's numbers can be trusted. */
    public boolean sound(String board) {
        return damaged == null && !drift.contains(board) && !overflow.contains(board);
    }

    private static Set<String> boards(Map<String, String> fields, String mark) {
        return fields.keySet().stream()
                .filter(field -> field.startsWith(mark))
                .map(field -> field.substring(mark.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
