package hub.connecteam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In words, how columns of a row are to change. */
final class ColumnChanges {

    private final List<String> words = new ArrayList<>();

    ColumnChanges add(String column, @Nullable Object stored, @Nullable Object right) {
        if (!same(stored, right)) {
            words.add(column + " " + (stored == null ? "NULL" : stored) + ", should be "
                    + (right == null ? "NULL" : right));
        }
        return this;
    }

    private static boolean same(@Nullable Object stored, @Nullable Object right) {
        return stored instanceof BigDecimal one && right instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(stored, right);
    }

    /** Of a column whose values are nobody's business. */
    ColumnChanges another(String column) {
        words.add(column + " another");
        return this;
    }

    String text() {
        return String.join("; ", words);
    }
}
