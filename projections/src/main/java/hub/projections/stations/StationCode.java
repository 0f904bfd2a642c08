package hub.projections.stations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stations that have targets, under the codes that the staffing page knows. */
enum StationCode {
    HEAT_PRESS("In Production", 40, 2),
    QC("QC Passed", 45, 2),
    FILM("Film Matching", 133, 1),
    PICKING("Picking", 200, 1),
    LABELING("Labeling", 200, 1);

    /** What the legacy takes for granted of any other activity. */
    static final int OTHER_TARGET = 45;

    static final int OTHER_NEEDED = 1;

    private final String activityType;
    private final int target;
    private final int needed;

    StationCode(String activityType, int target, int needed) {
        this.activityType = activityType;
        this.target = target;
        this.needed = needed;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(StationCode::word).toList();
    }

    /** Of work of that type: a known station's, else the type in lower case with underscores, {@code other} without one. */
    static String of(@Nullable String activityType) {
        if (activityType == null || activityType.isEmpty()) {
            return "other";
        }
        for (StationCode code : values()) {
            if (code.activityType.equals(activityType)) {
                return code.word();
            }
        }
        return activityType.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    static int target(String word) {
        for (StationCode code : values()) {
            if (code.word().equals(word)) {
                return code.target;
            }
        }
        return OTHER_TARGET;
    }

    static int needed(String word) {
        for (StationCode code : values()) {
            if (code.word().equals(word)) {
                return code.needed;
            }
        }
        return OTHER_NEEDED;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
