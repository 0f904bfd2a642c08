package hub.scheduler.seal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In words, how a row of {@code daily_scores} is not what it should be. */
final class RowDifference {

    private final List<String> words = new ArrayList<>();

    private RowDifference() {}

    /** @param stored null if there is no such row, or not all of its values */
    static String between(FrozenRow right, boolean finalized, @Nullable FrozenRow stored, boolean storedFinalized) {
        RowDifference difference = new RowDifference();
        difference.look("items", stored == null ? null : stored.items(), right.items());
        difference.look("points", stored == null ? null : stored.points(), right.points());
        difference.look("active minutes", stored == null ? null : stored.activeMinutes(), right.activeMinutes());
        difference.look("clocked minutes", stored == null ? null : stored.clockedMinutes(), right.clockedMinutes());
        difference.look("efficiency", stored == null ? null : stored.efficiency(), right.efficiency());
        if (stored != null && finalized != storedFinalized) {
            difference.words.add(storedFinalized ? "final, should not be" : "not final, should be");
        }
        return "employee " + right.employeeId() + " (" + String.join("; ", difference.words) + ")";
    }

    private void look(String what, @Nullable Object stored, Object right) {
        if (!right.equals(stored)) {
            words.add(what + " " + (stored == null ? "missing" : stored) + ", should be " + right);
        }
    }
}
