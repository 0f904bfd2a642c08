package hub.query.hot;

import java.util.Locale;

/** The rung of the ladder that an answer came from. */
public enum Rung {
    MEMORY,
    REDIS,
    MYSQL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in answers. */
    public String word() {
        return word;
    }
}
