package hub.projections.projector;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row of which not all cells can be computed.
 *
 * @param boards those that lack it
 * @param reason why, for the first of them
 */
record Unprojected(Set<String> boards, String reason) {

    /** One board more. A failure's message may quote data, so it is told by its kind; ours say nothing of the row. */
    static Unprojected and(@Nullable Unprojected others, String board, RuntimeException failure) {
        if (others == null) {
            return new Unprojected(Set.of(board), board + ": " + told(failure));
        }
        Set<String> boards = new LinkedHashSet<>(others.boards());
        boards.add(board);
        return new Unprojected(boards, others.reason());
    }

    private static String told(RuntimeException failure) {
        return failure instanceof CellBuffer.TallyTooLarge
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + " while its cells were computed";
    }
}
