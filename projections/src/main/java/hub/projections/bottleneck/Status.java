package hub.projections.bottleneck;

import java.util.Locale;

/** How a station is doing, and how bad that is. The words are the legacy's. */
enum Status {
    NOT_STARTED("idle"),
    IDLE("idle"),
    COMPLETE("complete"),
    RECENTLY_STOPPED("warning"),
    WARMING_UP("normal"),
    CRITICAL("critical"),
    BOTTLENECK("critical"),
    SLOW("warning"),
    INEFFICIENT("warning"),
    FLOWING("good");

    private final String level;

    Status(String level) {
        this.level = level;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String level() {
        return level;
    }

    boolean holdsUp() {
        return level.equals("critical") || level.equals("warning");
    }
}
