package hub.projections.ranking;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where somebody stands today compared with yesterday. */
record Movement(Kind kind, int yesterday, int positions) {

    enum Kind {
        NEW,
        UP,
        DOWN,
        SAME
    }

    /** What the legacy says of somebody who had no rank. */
    private static final int UNRANKED = 999;

    /** @param yesterday null without a score yesterday */
    static Movement of(int today, @Nullable Integer yesterday) {
        if (yesterday == null) {
            return new Movement(Kind.NEW, UNRANKED, 0);
        }
        Kind kind = yesterday > today ? Kind.UP : yesterday < today ? Kind.DOWN : Kind.SAME;
        return new Movement(kind, yesterday, Math.abs(yesterday - today));
    }

    String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    String icon() {
        return switch (kind) {
            case NEW -> "NEW";
            case UP -> "↑" + positions;
            case DOWN -> "↓" + positions;
            case SAME -> "-";
        };
    }

    String color() {
        return switch (kind) {
            case NEW -> "blue";
            case UP -> "green";
            case DOWN -> "red";
            case SAME -> "gray";
        };
    }
}
