package hub.projections.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many rows of its table each board lacks because their cells cannot be computed. It travels in the checkpoint, so an
 * answer knows at its very position whether something is missing from it.
 *
 * @param byBoard name → rows, more than zero each
 */
public record Parked(SortedMap<String, Long> byBoard) {

    public static final Parked NONE = new Parked(new TreeMap<>());

    public Parked {
        byBoard = Collections.unmodifiableSortedMap(new TreeMap<>(byBoard));
    }

    /** One row more in each of {@code boards}, or fewer if {@code rows} is negative. */
    public Parked plus(Collection<String> boards, long rows) {
        SortedMap<String, Long> sum = new TreeMap<>(byBoard);
        for (String board : boards) {
            sum.merge(board, rows, (was, by) -> was + by == 0 ? null : was + by);
        }
        return new Parked(sum);
    }

    /** After the board's table was emptied. */
    public Parked without(String board) {
        if (!byBoard.containsKey(board)) {
            return this;
        }
        SortedMap<String, Long> rest = new TreeMap<>(byBoard);
        rest.remove(board);
        return new Parked(rest);
    }

    /** Whether any of {@code boards} lacks a row. */
    public boolean touches(Collection<String> boards) {
        return !byBoard.isEmpty() && boards.stream().anyMatch(byBoard::containsKey);
    }

    /** Such as {@code heatmap:2,leaderboard:2}; {@link #parse} is the inverse. */
    String text() {
        return byBoard.entrySet().stream()
                .map(board -> board.getKey() + ":" + board.getValue())
                .collect(Collectors.joining(","));
    }

    static Parked parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Map<String, Long> byBoard = Arrays.stream(text.split(","))
                .map(entry -> entry.split(":"))
                .collect(Collectors.toMap(entry -> entry[0], entry -> Long.valueOf(entry[1])));
        return new Parked(new TreeMap<>(byBoard));
    }
}
