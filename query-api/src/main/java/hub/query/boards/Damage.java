package hub.query.boards;

import java.util.Set;

/**
 * What the store itself found wrong with a generation.
 *
 * @param whole a commit failed half-way: no board can be trusted
 * @param boards the boards that hold an impossible number
 */
public record Damage(boolean whole, Set<String> boards) {

    public static final Damage NONE = new Damage(false, Set.of());

    /** Whether a view that reads {@code names} may show wrong numbers. */
    public boolean concerns(Set<String> names) {
        if (whole) {
            return true;
        }
        for (String board : boards) {
            if (names.contains(board)) {
                return true;
            }
        }
        return false;
    }
}
