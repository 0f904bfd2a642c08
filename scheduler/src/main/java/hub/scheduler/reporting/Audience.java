package hub.scheduler.reporting;

import java.util.Locale;

/** Who a rendering of a report is for. */
public enum Audience {
    /** Whoever may read the dashboard. */
    READ,
    /** Whoever may also see what people are paid. */
    COST;

    /** As it is stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Audience of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
