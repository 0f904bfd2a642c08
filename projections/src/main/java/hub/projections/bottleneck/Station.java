package hub.projections.bottleneck;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stations in the order in which work flows through them. */
enum Station {
    PICKING("Picking", "Picking"),
    LABELING("Labeling", "Labeling"),
    FILM_MATCHING("Film Matching", "Film Matching"),
    HEAT_PRESS("In Production", "Heat Press"),
    SHIPPING("QC Passed", "Shipping");

    private final String activityType;
    private final String displayName;

    Station(String activityType, String displayName) {
        this.activityType = activityType;
        this.displayName = displayName;
    }

    String activityType() {
        return activityType;
    }

    String displayName() {
        return displayName;
    }

    /** Where the work comes from; empty for the first one. */
    Optional<Station> previous() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    static Optional<Station> of(@Nullable String activityType) {
        return Arrays.stream(values())
                .filter(station -> station.activityType.equals(activityType))
                .findFirst();
    }
}
